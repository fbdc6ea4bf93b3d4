from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import declarants_only, practitioners_only
from apps.casework.access import incidents_for
from apps.casework.exhibits.start_upload import start_upload as start
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident
from apps.portal import tus
from apps.portal.draft import Draft


@declarants_only
@require_POST
def start_draft_upload(request: HttpRequest, key: UUID) -> HttpResponse:
    """Announce a file that will come chunk by chunk with a draft."""
    return _start(request, Draft.at(request.user, key, today=timezone.localdate()).declaration)


@practitioners_only
@require_POST
def start_incident_upload(request: HttpRequest, reference: str) -> HttpResponse:
    """Announce a file that will come chunk by chunk with a file already declared."""
    return _start(request, get_object_or_404(incidents_for(request.user), reference=reference))


@tus.or_refused
def _start(request: HttpRequest, place: Declaration | Incident) -> HttpResponse:
    size, said = tus.whole_number(request, "Upload-Length"), tus.metadata(request)
    if size is None:
        return tus.answer(HTTPStatus.BAD_REQUEST)
    kind = said.get("kind", "")
    upload = start(
        place,
        name=said.get("filename", ""),
        size=size,
        kind=Exhibit.Kind(kind) if kind in Exhibit.Kind.values else Exhibit.Kind.CAPTURE,
        by=request.user,
        at=timezone.now(),
    )
    location = reverse("portal:upload", args=[upload.key])
    return tus.answer(HTTPStatus.CREATED, location=location)
