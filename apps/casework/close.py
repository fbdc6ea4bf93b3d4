from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.deadlines.clock import stop_clocks
from apps.incidents.models import Incident
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@transaction.atomic
def close(incident: Incident, *, outcome: Outcome, words: str, by: User, at: datetime) -> Incident:
    """End the file with an outcome and a plain summary that the practitioner reads.

    Open missions end with it, and the clocks of its contents stop. Raises `IllegalMove`.
    """
    incident = Incident.objects.locked(incident.pk)
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
