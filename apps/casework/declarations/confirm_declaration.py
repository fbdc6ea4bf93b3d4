from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def confirm_declaration(incident: Incident, *, by: User, at: datetime) -> Incident:
    """Make one's own what was declared in one's name on the telephone; the first time counts."""
    incident = Incident.objects.locked(incident.pk)
    if incident.confirmed_at:
        return incident
    incident.confirmed_at = at
    incident.save(update_fields=["confirmed_at"])
    record(Kind.INCIDENT_CONFIRMED, incident=incident, actor=by, at=at)
    return incident
