"""Pictures that look like screenshots. Files share them: the same bytes are stored once."""

from functools import cache
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify
from PIL import Image, ImageDraw, ImageFont

from apps.dossiers.pdf import FONTS

FONT = FONTS / "VigieSans-Regular.ttf"
SIZE = (780, 1200)


def capture(title: str) -> SimpleUploadedFile:
    """A picture that looks like a screenshot taken on a phone, with this title."""
    return SimpleUploadedFile(f"{slugify(title)}.png", _drawn(title), content_type="image/png")


@cache
def _drawn(title: str) -> bytes:
    image = Image.new("RGB", SIZE, "#f0f2f5")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 110), fill="#28465a")
    pen.text((40, 35), title, fill="white", font=ImageFont.truetype(FONT, 32))
    for top in range(160, 1100, 240):
        pen.rounded_rectangle((40, top, 740, top + 200), 16, fill="white")
        for line in range(3):
            pen.rectangle(
                (80, top + 40 + 45 * line, 640 - 90 * line, top + 60 + 45 * line), "#c8d0d8"
            )
    content = BytesIO()
    image.save(content, "PNG")
    return content.getvalue()
