"""The only way to the bytes of a file, for every audience: a permission check, then the bytes."""

import logging
from collections.abc import Callable
from functools import wraps
from pathlib import PurePath

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.casework.access import (
    note_files_for,
    readable_dossiers_for,
    readable_exhibits_for,
    receipts_for,
)
from apps.casework.files.consult import consult
from apps.exhibits.models import Exhibit
from apps.journal.kinds import Kind

logger = logging.getLogger(__name__)


def or_say_unreadable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A file that is missing, altered or under another key is an honest page, never half a file."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except OSError as error:
            # The path names the row; the storage's message names the key or the bucket.
            logger.error("%s cannot be read: %s: %s", request.path, type(error).__name__, error)
            return render(request, "files/unreadable.html", status=503)

    return answer


@require_safe
@or_say_unreadable
def exhibit(request: HttpRequest, pk: int) -> HttpResponse:
    """The untouched original of an exhibit, always as a download. Reading it is recorded."""
    found = _exhibit(request, pk)
    response = _download(found.original, found.name, found.media_type)
    if found.incident:
        consult(
            found.incident,
            kind=Kind.EXHIBIT_DOWNLOADED,
            by=request.user,
            at=timezone.now(),
            number=found.number,
        )
    return response


@require_safe
@or_say_unreadable
def thumbnail(request: HttpRequest, pk: int) -> HttpResponse:
    """The small picture of an exhibit; 404 until the worker has made it.

    Not recorded: a page shows many, and the reading of the page is recorded itself.
    """
    return _picture(_exhibit(request, pk).thumbnail)


@require_safe
@or_say_unreadable
def print_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """An exhibit as a page, upright and without hidden data; 404 until the worker has made it."""
    return _picture(_exhibit(request, pk).print_copy)


@require_safe
@or_say_unreadable
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of a dossier: the same bytes each time."""
    readable = readable_dossiers_for(request.user, today=timezone.localdate())
    found = get_object_or_404(readable.select_related("incident", "partner"), pk=pk)
    response = _download(found.file, found.file_name, "application/pdf")
    consult(
        found.incident,
        kind=Kind.DOSSIER_DOWNLOADED,
        by=request.user,
        at=timezone.now(),
        dossier=found.pk,
        version=found.version,
        partner_kind=found.partner.kind,
    )
    return response


@require_safe
@or_say_unreadable
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of the receipt of a declaration: the same bytes each time."""
    readable = receipts_for(request.user).ready().select_related("incident")
    found = get_object_or_404(readable, pk=pk)
    response = _download(found.file, found.file_name, "application/pdf")
    consult(found.incident, kind=Kind.RECEIPT_DOWNLOADED, by=request.user, at=timezone.now())
    return response


@require_safe
@or_say_unreadable
def note_file(request: HttpRequest, pk: int) -> HttpResponse:
    """What came with an internal note, always as a download."""
    files = note_files_for(request.user).select_related("note__incident")
    found = get_object_or_404(files, pk=pk)
    response = _download(found.original, found.name, found.media_type)
    consult(found.note.incident, kind=Kind.NOTE_FILE_DOWNLOADED, by=request.user, at=timezone.now())
    return response


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Alive, and the database answers: for the container's health check."""
    with connection.cursor() as cursor:  # a connection that is kept may be dead
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def _exhibit(request: HttpRequest, pk: int) -> Exhibit:
    readable = readable_exhibits_for(request.user, today=timezone.localdate())
    return get_object_or_404(readable.select_related("incident"), pk=pk)


def _picture(stored: FieldFile) -> HttpResponse:
    if not stored:
        raise Http404
    return _guarded(FileResponse(stored.open("rb"), filename=PurePath(stored.name).name))


def _download(stored: FieldFile, name: str, media_type: str) -> HttpResponse:
    return _guarded(
        FileResponse(stored.open("rb"), as_attachment=True, filename=name, content_type=media_type)
    )


def _guarded(response: HttpResponse) -> HttpResponse:
    """Kept by no cache, and unable to run anything where it is shown."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
