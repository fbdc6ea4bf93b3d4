"""How a complaint stands against its two last days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from apps.correspondence.models import Complaint
from apps.mailbox.models import UNDELIVERED, Letter

from .complain import receipt_key

TIME_TO_LEAVE = timedelta(hours=1)
NEAR = timedelta(days=3)


@dataclass(frozen=True)
class Watched:
    """A complaint, and the letter that acknowledges it."""

    complaint: Complaint
    receipt: Letter | None

    @property
    def acknowledged_at(self) -> datetime | None:
        """When the receipt really left: one that the mail refused is none."""
        return self.receipt.sent_at if self.receipt else None

    @property
    def was_acknowledged_late(self) -> bool:
        sent_at = self.acknowledged_at
        return sent_at is not None and localdate(sent_at) > self.complaint.acknowledge_by

    @property
    def is_receipt_refused(self) -> bool:
        """Only a person can have it leave."""
        return self.receipt is not None and self.receipt.status in UNDELIVERED

    def is_receipt_in_danger(self, at: datetime) -> bool:
        """It was refused, or is still here after an hour, and its last day is near or over."""
        if self.acknowledged_at or self.complaint.acknowledge_by > localdate(at) + NEAR:
            return False
        had_time = self.complaint.recorded_at <= at - TIME_TO_LEAVE
        return had_time or self.is_receipt_refused


def watched(complaints: Iterable[Complaint]) -> list[Watched]:
    """The same two queries whatever their number."""
    complaints = list(complaints)
    keys = [receipt_key(complaint) for complaint in complaints]
    letters = Letter.objects.filter(key__in=keys).only("key", "status", "sent_at")
    receipts = {letter.key: letter for letter in letters}
    return [Watched(one, receipts.get(receipt_key(one))) for one in complaints]
