from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.deadlines.clock import stop_clocks
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post

from .decide_not_to_act import may_be_an_offence

# What ends the matter by itself: nothing is left to sue for, or a judge has spoken.
ENDS_THE_MATTER = frozenset(
    {Outcome.REMOVED_BY_PLATFORM, Outcome.REMOVED_BY_AUTHOR, Outcome.COURT_DECISION}
)


class ClockStillRunning(Exception):
    """A date is still to come and nobody has decided to let it pass. For the user."""


@transaction.atomic
def close(incident: Incident, *, outcome: Outcome, words: str, by: User, at: datetime) -> Incident:
    """End the file with an outcome and a plain summary that the practitioner reads.

    Open missions end with it, and the clocks of its contents stop. Raises `IllegalMove`, and
    `ClockStillRunning` while a content that is not lawful could still be sued for: that takes a
    decision not to act, of which the practitioner hears in time.
    """
    incident = Incident.objects.locked(incident.pk)
    if outcome not in ENDS_THE_MATTER:
        _check_clocks(incident, today=localdate(at))
    incident.move_to(Status.CLOSED, waiting_on=WaitingOn.NOBODY)
    incident.outcome, incident.closing_words, incident.closed_at = outcome, words, at
    incident.save(update_fields=["status", "waiting_on", "outcome", "closing_words", "closed_at"])
    incident.assignments.open().update(state=Assignment.State.ENDED, closed_at=at)
    stop_clocks(incident.reviews.all(), at=at)
    record(Kind.INCIDENT_CLOSED, incident=incident, actor=by, at=at, outcome=outcome.value)
    post(
        "incident_closed",
        to=incident.practitioner.user,
        key=f"incident-{incident.pk}-closed-{at:%Y%m%d%H%M%S}",
        at=at,
        incident=incident,
    )
    return incident


def _check_clocks(incident: Incident, *, today: date) -> None:
    running = Deadline.objects.open().filter(Q(act_by=None) | Q(legal_last_day__gte=today))
    for review in incident.reviews.filter(deadlines__in=running).distinct().order_by("number"):
        decision = review.inaction_decisions.filter(closed_at=None).first()
        decided = decision is not None and decision.is_effective
        if may_be_an_offence(review) and not decided:
            raise ClockStillRunning(
                f"Le contenu n°\u00a0{review.number} a encore une échéance. Signez d’abord la "
                "décision de ne pas agir\u00a0: le sociétaire doit pouvoir agir par lui-même."
            )
