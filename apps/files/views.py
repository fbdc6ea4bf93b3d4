"""The only way to the bytes of a file, for every audience: a permission check, then the bytes."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.casework.access import dossiers_for, exhibits_for
from apps.casework.consult import consult
from apps.journal.kinds import Kind


@require_safe
def exhibit(request: HttpRequest, pk: int) -> HttpResponse:
    """The untouched original of an exhibit, always as a download."""
    found = get_object_or_404(
        exhibits_for(request.user, today=timezone.localdate()).select_related("incident"), pk=pk
    )
    if found.incident:
        consult(
            found.incident,
            kind=Kind.EXHIBIT_DOWNLOADED,
            by=request.user,
            at=timezone.now(),
            number=found.number,
        )
    return _download(found.original, found.name, found.media_type)


@require_safe
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of a dossier: the same bytes each time."""
    readable = dossiers_for(request.user, today=timezone.localdate()).ready()
    found = get_object_or_404(readable.select_related("incident", "partner"), pk=pk)
    consult(
        found.incident,
        kind=Kind.DOSSIER_DOWNLOADED,
        by=request.user,
        at=timezone.now(),
        version=found.version,
        partner_kind=found.partner.kind,
    )
    return _download(found.file, found.file_name, "application/pdf")


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Alive, and the database answers: for the container's health check."""
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")


def _download(stored: FieldFile, name: str, media_type: str) -> FileResponse:
    response = FileResponse(
        stored.open("rb"), as_attachment=True, filename=name, content_type=media_type
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
