from datetime import datetime

from django.db import transaction

from apps.correspondence.models import InformationRequest
from apps.incidents.models import Incident


@transaction.atomic
def see_request(request: InformationRequest, *, at: datetime) -> None:
    """Keep the moment when the practitioner first opened what they are asked: « vu le »."""
    Incident.objects.locked(request.incident_id)
    InformationRequest.objects.filter(pk=request.pk, seen_at=None).update(seen_at=at)
