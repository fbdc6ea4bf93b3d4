from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import InformationRequest
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def withdraw_request(request: InformationRequest, *, by: User, at: datetime) -> InformationRequest:
    """No longer need something that was asked for. Raises `AlreadySettled` once it is answered."""
    incident = Incident.objects.locked_open(request.incident_id)
    request = InformationRequest.objects.select_for_update().get(pk=request.pk)
    if request.withdrawn_at:
        return request
    request.check_pending()
    request.withdrawn_at = at
    request.save(update_fields=["withdrawn_at"])
    record(Kind.REQUEST_WITHDRAWN, incident=incident, actor=by, at=at, request=request.pk)
    awaited = incident.information_requests.pending().exists()
    if not awaited and incident.waiting_on == WaitingOn.PRACTITIONER:
        incident.waiting_on = WaitingOn.HANDLER
        incident.save(update_fields=["waiting_on"])
    return request
