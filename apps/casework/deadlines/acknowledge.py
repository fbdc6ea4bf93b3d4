from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.deadlines.models import Deadline, Reminder
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def acknowledge(deadline: Deadline, *, by: User, at: datetime) -> int:
    """Answer for every rung of this deadline told so far. Returns how many were waiting.

    A rung is done when a person says so here, not when a letter left.
    """
    incident = Incident.objects.locked(deadline.incident_id)
    waiting = Reminder.objects.filter(deadline=deadline, acknowledged_at=None)
    acknowledged = waiting.update(acknowledged_by=by, acknowledged_at=at)
    if acknowledged:
        record(
            Kind.REMINDER_ACKNOWLEDGED,
            incident=incident,
            actor=by,
            at=at,
            review=deadline.review.number,
            rule=deadline.rule_code,
        )
    return acknowledged
