from datetime import datetime

from django.db import transaction
from django.db.models import Q

from apps.accounts.models import User
from apps.deadlines.clock import set_clocks
from apps.incidents.models import Incident, Passage, Qualification, Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.taxonomy import Label
from apps.mailbox.post import post

from .record_deadline import record_deadline


class OverlappingPassages(Exception):
    """The same words would get two labels: a summons that does so is void (legal.md §2.1)."""


@transaction.atomic
def qualify(
    review: Review, *, start: int, end: int, label: Label, reason: str, by: User, at: datetime
) -> Qualification:
    """Give the words [start, end[ of a review the handler's legal reading, and set its clocks.

    Raises `OverlappingPassages` when some of these words already have a label of their own
    (Cass. ass. plén. 15 Feb. 2013, n° 11-14.637), `IllegalMove` when the file is not under review.
    """
    incident = Incident.objects.locked(review.incident_id)
    in_action = incident.status == Status.IN_ACTION
    incident.move_to(
        Status.IN_ACTION if in_action else Status.QUALIFIED,
        waiting_on=WaitingOn(incident.waiting_on) if in_action else WaitingOn.HANDLER,
    )
    incident.save(update_fields=["status", "waiting_on"])
    passage = _passage(review, start, end)
    qualification = Qualification.supersede(passage, label=label, reason=reason, by=by, at=at)
    record(
        Kind.REVIEW_QUALIFIED,
        incident=incident,
        actor=by,
        at=at,
        review=review.number,
        label=label.value,
    )
    for deadline in set_clocks(review, at=at):
        if deadline.opened_at == at:
            record_deadline(deadline, actor=by, at=at)
    post(
        "review_qualified",
        to=incident.practitioner.user,
        key=f"qualification-{qualification.pk}",
        at=at,
        incident=incident,
    )
    return qualification


def _passage(review: Review, start: int, end: int) -> Passage:
    """The passage of exactly these words, found or made, that shares none with another."""
    labelled = review.passages.filter(qualifications__closed_at=None, qualifications__isnull=False)
    same = Q(start=start, end=end)
    if labelled.filter(start__lt=end, end__gt=start).exclude(same).exists():
        raise OverlappingPassages(
            "Ces mots recoupent un passage déjà qualifié. Les mêmes mots ne peuvent recevoir "
            "qu’une seule qualification : une assignation qui en donne deux est nulle."
        )
    passage, _ = Passage.objects.get_or_create(review=review, start=start, end=end)
    return passage
