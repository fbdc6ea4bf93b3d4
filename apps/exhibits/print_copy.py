"""The copy of an image that dossiers print: upright JPEG, as wide as A4 at 150 dpi, no metadata."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image, ImageOps

from .models import Exhibit

WIDTH, PAGE = 1240, 1600  # pixels: what a page of A4 holds at 150 dpi beside its caption
TALLEST = 65_000  # pixels: a JPEG holds no more


@transaction.atomic
def make_print_copy(exhibit: Exhibit) -> None:
    """Make the copy if it is not there yet; the original is left untouched.

    The row is locked meanwhile: two workers at once make one copy.

    Rendering from it is what keeps a dossier quick: WeasyPrint passes JPEG through, but decodes
    and encodes every PNG again.
    """
    locked = Exhibit.objects.select_for_update().get(pk=exhibit.pk)
    exhibit.print_copy = locked.print_copy
    if not exhibit.is_image or exhibit.print_copy:
        return
    name = f"copies/{exhibit.sha256[:2]}/{exhibit.sha256}.jpg"
    if not default_storage.exists(name):
        with exhibit.original.open() as original, Image.open(original) as image:
            name = default_storage.save(name, ContentFile(_jpeg(_flat(image))))
    exhibit.print_copy = name
    exhibit.save(update_fields=["print_copy"])


def print_pages(exhibit: Exhibit) -> list[bytes]:
    """The copy as JPEG pages: a capture of a whole conversation is cut, never shrunk to a thread.

    Raises `OSError` or `SyntaxError` when the copy is damaged.
    """
    make_print_copy(exhibit)
    with exhibit.print_copy.open() as stored:
        copy = stored.read()
    with Image.open(BytesIO(copy)) as image:
        image.load()
        if image.height <= PAGE * 1.1:
            return [copy]
        tops = range(0, image.height, PAGE)
        return [
            _jpeg(image.crop((0, top, image.width, min(top + PAGE, image.height)))) for top in tops
        ]


def _flat(image: Image.Image) -> Image.Image:
    """Upright, on white, no wider than a page and no taller than a JPEG."""
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright.getchannel("A"))
    flat.thumbnail((WIDTH, min(flat.height, TALLEST)))
    return flat


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()
