"""The copies of a picture that people look at: upright JPEG without metadata; never the proof."""

from contextlib import nullcontext
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from PIL import Image

from .models import Exhibit
from .workshop import Workshop

PAGE = 1600  # pixels: what a page of A4 holds at 150 dpi beside its caption


def make_copies(exhibit: Exhibit, workshop: Workshop | None = None) -> None:
    """Make the print copy and the thumbnail if they are not there; the original is not touched.

    The attempt is counted first, so that one which kills its worker counts too. The row is locked
    meanwhile: two workers at once make one copy. Raises `OSError`.

    Rendering from the copy is what keeps a dossier quick: WeasyPrint passes JPEG through, but
    decodes and encodes every PNG again.
    """
    if not exhibit.is_image or (exhibit.print_copy and exhibit.thumbnail):
        return
    Exhibit.objects.filter(pk=exhibit.pk).update(preparations=F("preparations") + 1)
    with transaction.atomic(), nullcontext(workshop) if workshop else Workshop() as drawing:
        locked = Exhibit.objects.select_for_update(of=("self",)).get(pk=exhibit.pk)
        if not (locked.print_copy and locked.thumbnail):
            _draw(locked, drawing)
    exhibit.refresh_from_db()


def print_pages(exhibit: Exhibit) -> list[bytes]:
    """The copy as JPEG pages: a capture of a whole conversation is cut, never shrunk to a thread.

    Raises `OSError` or `SyntaxError` when there can be no copy or it is damaged.
    """
    make_copies(exhibit)
    with exhibit.print_copy.open() as stored:
        copy = stored.read()
    with Image.open(BytesIO(copy), formats=["JPEG"]) as image:
        image.load()
        if image.height <= PAGE * 1.1:
            return [copy]
        tops = range(0, image.height, PAGE)
        return [
            _jpeg(image.crop((0, top, image.width, min(top + PAGE, image.height)))) for top in tops
        ]


def _draw(exhibit: Exhibit, workshop: Workshop) -> None:
    with exhibit.original.open() as original:
        copies = workshop.copies(original)
    exhibit.print_copy = _store("copies", exhibit.sha256, copies.page)
    exhibit.thumbnail = _store("thumbnails", exhibit.sha256, copies.thumbnail)
    exhibit.width, exhibit.height = copies.width, copies.height
    exhibit.save(update_fields=["print_copy", "thumbnail", "width", "height"])


def _store(folder: str, sha256: str, content: bytes) -> str:
    """A copy is made again rather than found: one that a killed worker left may be half a file."""
    name = f"{folder}/{sha256[:2]}/{sha256}.jpg"
    default_storage.delete(name)
    return default_storage.save(name, ContentFile(content))


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()
