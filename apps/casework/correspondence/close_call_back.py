from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import CallBack
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def close_call_back(call_back: CallBack, *, by: User, at: datetime) -> CallBack:
    """Say that the practitioner has been called; the first who says so is kept."""
    call_back = CallBack.objects.select_for_update().get(pk=call_back.pk)
    if call_back.closed_at:
        return call_back
    call_back.closed_by, call_back.closed_at = by, at
    call_back.save(update_fields=["closed_by", "closed_at"])
    if call_back.incident_id:
        incident = Incident.objects.locked_anyway(call_back.incident_id)
        record(Kind.CALL_BACK_DONE, incident=incident, actor=by, at=at, call_back=call_back.pk)
    return call_back
