"""How a complaint stands against its two last days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from apps.correspondence.models import Complaint
from apps.mailbox.models import Letter, Status

from .complain import receipt_key


@dataclass(frozen=True)
class Watched:
    """A complaint, and the moment when its receipt really left: None while it has not."""

    complaint: Complaint
    acknowledged_at: datetime | None

    def is_unacknowledged(self, today: date) -> bool:
        """The written receipt has not left, and the last day for it is over."""
        return self.acknowledged_at is None and self.complaint.acknowledge_by < today


def watched(complaints: Iterable[Complaint]) -> list[Watched]:
    """The same two queries whatever their number: a receipt that the mail refused is none."""
    complaints = list(complaints)
    keys = {receipt_key(complaint): complaint.pk for complaint in complaints}
    sent = Letter.objects.filter(key__in=keys, status=Status.SENT)
    moments = {keys[key]: sent_at for key, sent_at in sent.values_list("key", "sent_at")}
    return [Watched(complaint, moments.get(complaint.pk)) for complaint in complaints]
