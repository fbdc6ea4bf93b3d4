from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def wake(incident: Incident, *, by: User | None, at: datetime) -> Incident:
    """Bring back a file that was put aside; by the clock when `by` is None. Done once only."""
    incident = Incident.objects.locked_anyway(incident.pk)
    if incident.snoozed_until is None:
        return incident
    incident.snoozed_until = incident.snoozed_at = None
    incident.wakes_on = ""
    incident.save(update_fields=["snoozed_until", "snoozed_at", "wakes_on"])
    record(Kind.INCIDENT_WOKEN, incident=incident, actor=by, at=at)
    return incident
