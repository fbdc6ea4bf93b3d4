"""Receiving a file: what it really is, its hash, and a read-only copy that never changes again."""

import hashlib
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

import pikepdf
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, UnidentifiedImageError

MAX_PIXELS = 60_000_000
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)

IMAGE_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
PDF_TYPE = "application/pdf"
ACTIVE_PDF_KEYS = ("/JavaScript", "/JS", "/XFA", "/RichMedia", "/EmbeddedFiles", "/EF")
ACTIVE_PDF_ACTIONS = (pikepdf.Name.Launch, pikepdf.Name.JavaScript, pikepdf.Name.ImportData)


class RefusedFile(Exception):
    """This file cannot be kept. The message names it and says what to do, in French."""


@dataclass(frozen=True)
class Sealed:
    """A file as it was received: its short name, real type, size in bytes, hash and place."""

    name: str
    media_type: str
    size: int
    sha256: str
    stored_as: str


def seal(upload: UploadedFile) -> Sealed:
    """Check a received file from its content, never from its name, and store it untouched.

    The same bytes are stored once. Raises `RefusedFile`.
    """
    name = PurePath(upload.name or "fichier").name[-150:]
    shown = f"«\u00a0{name}\u00a0»"
    size = upload.size or 0
    if size == 0:
        raise RefusedFile(f"Le fichier {shown} est vide. Choisissez-le à nouveau.")
    if size > settings.EXHIBIT_MAX_BYTES:
        limit = settings.EXHIBIT_MAX_BYTES // 1024**2
        raise RefusedFile(
            f"Le fichier {shown} dépasse {limit}\u00a0Mo. Envoyez une capture d’écran plus légère."
        )
    media_type = _media_type(upload, shown)
    sha256 = _sha256(upload)
    stored_as = f"originals/{sha256[:2]}/{sha256}"
    # A process killed while writing leaves half a file under that name.
    if not default_storage.exists(stored_as) or default_storage.size(stored_as) != size:
        upload.seek(0)
        stored_as = default_storage.save(stored_as, upload)
    return Sealed(name, media_type, size, sha256, stored_as)


def _media_type(upload: UploadedFile, shown: str) -> str:
    upload.seek(0)
    check: Callable[[UploadedFile, str], str] = (
        _check_pdf if upload.read(5) == b"%PDF-" else _check_image
    )
    upload.seek(0)
    return check(upload, shown)


def _check_image(upload: UploadedFile, shown: str) -> str:
    try:
        with Image.open(upload, formats=list(IMAGE_TYPES)) as image:
            image.load()
            return IMAGE_TYPES[str(image.format)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RefusedFile(
            f"L’image {shown} est trop grande une fois ouverte. Faites une capture d’écran."
        ) from error
    except UnidentifiedImageError as error:
        raise RefusedFile(
            f"Le format du fichier {shown} n’est pas accepté. Envoyez une image JPEG, PNG ou "
            "WebP, ou un PDF."
        ) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise RefusedFile(
            f"L’image {shown} est abîmée ou incomplète. Envoyez-la à nouveau."
        ) from error


def _check_pdf(upload: UploadedFile, shown: str) -> str:
    try:
        with pikepdf.open(upload) as pdf:
            active = any(map(_is_active, _dictionaries(pdf)))
    except pikepdf.PasswordError as error:
        raise RefusedFile(
            f"Le PDF {shown} est protégé par un mot de passe. Envoyez-en une version non protégée."
        ) from error
    except pikepdf.PdfError as error:
        raise RefusedFile(
            f"Le PDF {shown} est abîmé ou incomplet. Envoyez-le à nouveau."
        ) from error
    if active:
        raise RefusedFile(
            f"Le PDF {shown} contient du code ou des fichiers joints. Imprimez-le en PDF, puis "
            "envoyez cette nouvelle version."
        )
    return PDF_TYPE


def _is_active(found: pikepdf.Object) -> bool:
    """Does it run, open or carry something? A PDF names its actions by the value of `/S`."""
    return any(key in found for key in ACTIVE_PDF_KEYS) or found.get("/S") in ACTIVE_PDF_ACTIONS


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of a PDF, those written inside others included."""
    waiting = list(pdf.objects)
    while waiting:
        obj = waiting.pop()
        if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
            yield obj
            inside = [obj.get(key) for key in obj.keys()]  # noqa: SIM118 - a stream is no mapping
        elif isinstance(obj, pikepdf.Array):
            inside = list(obj)
        else:
            continue
        waiting += [
            child for child in inside if isinstance(child, pikepdf.Object) and not child.is_indirect
        ]


def _sha256(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    upload.seek(0)
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()
