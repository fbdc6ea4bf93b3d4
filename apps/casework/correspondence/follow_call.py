from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import Call
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def follow_call(call: Call, *, by: User, at: datetime) -> Call:
    """Say that what was to follow a call is done; the first who says so is kept."""
    incident = Incident.objects.locked(call.incident.followed().pk)
    call.refresh_from_db()
    if not call.is_to_follow:
        return call
    call.followed_by, call.followed_at = by, at
    call.save(update_fields=["followed_by", "followed_at"])
    record(Kind.CALL_FOLLOWED, incident=incident, actor=by, at=at, call=call.pk)
    return call
