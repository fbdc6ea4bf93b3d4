"""The words of the tus protocol 1.0 (creation, and taking up where a cut network stopped)."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from apps.casework.exhibits.receive_chunk import WrongOffset
from apps.exhibits.refusals import CannotKeep
from apps.refusals import RefusedOpenly

VERSION = "1.0.0"
CHUNK_TYPE = "application/offset+octet-stream"


def answer(status: int, sentence: str = "", **headers: object) -> HttpResponse:
    """An answer of the protocol: `upload_offset=3` becomes `Upload-Offset: 3`, never cached."""
    response = HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Tus-Resumable"] = VERSION
    response.headers["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response.headers[name.replace("_", "-").title()] = str(value)
    return response


def or_refused(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What a verb refuses, in the statuses of the protocol; a sentence is for the person."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except WrongOffset:
            return answer(HTTPStatus.CONFLICT)
        except CannotKeep:
            return cannot_keep()
        except RefusedOpenly as refusal:
            return answer(HTTPStatus.UNPROCESSABLE_ENTITY, str(refusal))

    return answered


def cannot_keep() -> HttpResponse:
    """There is no place for what was sent now; the page sends it again by itself."""
    return answer(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Ce fichier ne peut pas être enregistré pour l’instant\u00a0: l’incident est de notre "
        "côté. L’envoi reprendra seul, gardez cette page ouverte.",
    )


def whole_number(request: HttpRequest, header: str) -> int | None:
    """A number of bytes in a header; None when it is absent or is none."""
    value = request.headers.get(header, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else None


def metadata(request: HttpRequest) -> dict[str, str]:
    """What `Upload-Metadata` says; a pair that cannot be read is left out."""
    said = {}
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            said[name] = b64decode(value, validate=True).decode()
        except (NotBase64, UnicodeDecodeError):
            continue
    return said
