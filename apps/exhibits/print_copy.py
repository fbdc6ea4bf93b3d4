"""The copy of an image that dossiers print: upright JPEG, A4 at 150 dpi, without metadata."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from .models import Exhibit

A4_AT_150_DPI = (1240, 1754)


def make_print_copy(exhibit: Exhibit) -> None:
    """Make the copy if it is not there yet; the original is left untouched.

    Rendering from it is what keeps a dossier quick: WeasyPrint passes JPEG through, but decodes
    and encodes every PNG again.
    """
    if not exhibit.is_image or exhibit.print_copy:
        return
    name = f"copies/{exhibit.sha256[:2]}/{exhibit.sha256}.jpg"
    if not default_storage.exists(name):
        name = default_storage.save(name, ContentFile(_jpeg(exhibit)))
    exhibit.print_copy = name
    exhibit.save(update_fields=["print_copy"])


def _jpeg(exhibit: Exhibit) -> bytes:
    with exhibit.original.open() as original, Image.open(original) as image:
        upright = ImageOps.exif_transpose(image)
        flat = Image.new("RGB", upright.size, "white")
        upright = upright.convert("RGBA")
        flat.paste(upright, mask=upright.getchannel("A"))
        flat.thumbnail(A4_AT_150_DPI)
        copy = BytesIO()
        flat.save(copy, "JPEG", quality=85)
        return copy.getvalue()
