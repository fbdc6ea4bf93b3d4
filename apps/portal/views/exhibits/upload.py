import logging
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.casework.access import uploads_for
from apps.casework.exhibits.cancel_upload import cancel_upload
from apps.casework.exhibits.finish_upload import finish_upload
from apps.casework.exhibits.receive_chunk import receive_chunk
from apps.exhibits.models import Upload
from apps.portal import tus

logger = logging.getLogger(__name__)


@declarants_only
@require_http_methods(["HEAD", "PATCH", "DELETE"])
def upload(request: HttpRequest, key: UUID) -> HttpResponse:
    """A file on its way: how much is here, the next chunk, or no more of it."""
    found = get_object_or_404(uploads_for(request.user), key=key)
    if request.method == "HEAD":
        state = {"upload_offset": found.received, "upload_length": found.size}
        return tus.answer(HTTPStatus.OK, **state)
    if request.method == "DELETE":
        cancel_upload(found)
        return tus.answer(HTTPStatus.NO_CONTENT)
    return _receive(request, found)


@tus.or_refused
def _receive(request: HttpRequest, found: Upload) -> HttpResponse:
    """The last chunk seals the file; an empty one at the end asks for the seal again."""
    offset = tus.whole_number(request, "Upload-Offset")
    if offset is None:
        return tus.answer(HTTPStatus.BAD_REQUEST)
    if request.content_type != tus.CHUNK_TYPE:
        return tus.answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    try:
        received = receive_chunk(found, offset=offset, chunk=request.body)
    except UnreadablePostError:
        return tus.answer(HTTPStatus.BAD_REQUEST)
    except OSError as error:
        logger.error("a chunk cannot be kept: %s: %s", type(error).__name__, error)
        return tus.cannot_keep()
    if received.has_arrived:
        finish_upload(received, at=timezone.now())
    return tus.answer(HTTPStatus.NO_CONTENT, upload_offset=received.received)
