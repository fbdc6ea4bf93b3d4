"""The last days of complaints: the nearest rung reached and not yet told, once per senior."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.quiet_hours import DAY_AND_NIGHT_FROM, next_office_moment
from apps.casework.letters.recipients import seniors
from apps.casework.one_by_one import one_by_one
from apps.correspondence.models import Complaint
from apps.legal.rungs import PASSED, reached
from apps.mailbox.models import Letter
from apps.mailbox.post import post

from .complaint_facts import Watched, watched

ANSWER_RUNGS = (30, 15, 7, 3, 1, 0)  # days before the last day; once it is over, each day is one
RECEIPT_RUNGS = (3, 1, 0)  # then once, when it is over


@dataclass(frozen=True)
class _Due:
    """What one senior must hear of one complaint today."""

    complaint: Complaint
    about: str
    rung: int
    to: User

    @property
    def key(self) -> str:
        return f"complaint-{self.complaint.pk}-{self.about}-j{self.rung}-user-{self.to.pk}"


def remind_complaints(*, at: datetime) -> int:
    """Tell those who may answer that the last day of a complaint comes near, then is over.

    Of the answer, until it is given; of the receipt, while it is in danger. What the first letter
    has told is not told again the same day. The first rungs wait for office hours, in which they
    are computed again: what is answered meanwhile is told no more. Returns how many were posted.
    """
    due = {one.key: one for one in _due(at)}
    for key in Letter.objects.filter(key__in=due).values_list("key", flat=True):
        del due[key]
    by_complaint = defaultdict(list)
    for one in due.values():
        by_complaint[one.complaint].append(one)
    return sum(one_by_one(_tell, by_complaint, by_complaint, at=at))


def _due(at: datetime) -> Iterator[_Due]:
    people = seniors()
    for one in watched(Complaint.objects.open().select_related("incident").defer("words")):
        for about, rung in _reached(one, at):
            if rung <= DAY_AND_NIGHT_FROM or next_office_moment(at) == at:
                yield from (_Due(one.complaint, about, rung, person) for person in people)


def _reached(one: Watched, at: datetime) -> Iterator[tuple[str, int]]:
    complaint, today = one.complaint, localdate(at)
    rung = reached(complaint.answer_by, today, ANSWER_RUNGS)
    if rung == PASSED:
        rung = (complaint.answer_by - today).days
    if rung is not None and not _told_at_first(complaint, rung):
        yield "answer", rung
    if one.is_receipt_in_danger(at):
        rung = reached(complaint.acknowledge_by, today, RECEIPT_RUNGS)
        if rung is not None:
            yield "receipt", rung


def _told_at_first(complaint: Complaint, rung: int) -> bool:
    """Was this rung reached already when the complaint came, and its date told with it?"""
    return complaint.answer_by - timedelta(days=rung) <= localdate(complaint.recorded_at)


@transaction.atomic
def _tell(complaint: Complaint, due: Mapping[Complaint, list[_Due]], *, at: datetime) -> int:
    for one in due[complaint]:
        _post(one, at=at)
    return len(due[complaint])


def _post(due: _Due, *, at: datetime) -> None:
    complaint = due.complaint
    common: dict[str, Any] = {
        "to": due.to,
        "key": due.key,
        "at": at,
        "incident": complaint.incident,
        "complaint": complaint.pk,
        "reference": complaint.reference,
        "rung": due.rung,
    }
    if due.about == "answer":
        post("complaint_reminder", answer_by=complaint.answer_by.isoformat(), **common)
    else:
        post(
            "complaint_unacknowledged",
            acknowledge_by=complaint.acknowledge_by.isoformat(),
            **common,
        )
