"""Draws the copies of pictures, in a process of its own (`workshop.py` starts it).

Reads one order a line, answers one line. Whatever a hostile picture does to a decoder happens
here, within this memory and this time.
"""

import json
import resource
import sys
import warnings
from typing import Any

import pillow_heif
from PIL import Image, ImageOps

MEMORY = 1024**3  # bytes of address space: sixty million pixels with transparency, and their copy
SECONDS = 600  # of processor, for all the pictures of one round
PAGE_WIDTH = 1240  # pixels: the width of A4 at 150 dpi
TALLEST = 65_000  # pixels: a JPEG holds no more
THUMBNAIL = 320  # pixels, at most, on either side
READABLE = ["JPEG", "PNG", "WEBP", "HEIF"]
SIDEWAYS = {5, 6, 7, 8}  # values of the EXIF orientation that exchange width and height
ORIENTATION = 0x0112


def draw(source: str, page: str, thumbnail: str) -> tuple[int, int]:
    """Write both copies and return the width and height of the upright original, in pixels."""
    with Image.open(source, formats=READABLE) as image:
        sideways = image.getexif().get(ORIENTATION) in SIDEWAYS
        width, height = reversed(image.size) if sideways else image.size
        limits = (TALLEST, PAGE_WIDTH) if sideways else (PAGE_WIDTH, TALLEST)
        flat = _flat(image, limits)
    flat.save(page, "JPEG", quality=85)
    top = flat.crop((0, 0, flat.width, min(flat.height, flat.width * 4 // 3)))
    top.thumbnail((THUMBNAIL, THUMBNAIL))
    top.save(thumbnail, "JPEG", quality=80)
    return width, height


def _flat(image: Image.Image, limits: tuple[int, int]) -> Image.Image:
    """Upright, in plain colours on white, within these limits, and with nothing written in it.

    A JPEG that is much larger is decoded at a half, a quarter or an eighth of its size.
    """
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    elif image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail(limits)
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        seen = upright.convert("RGBA")
        flat = Image.new("RGB", seen.size, "white")
        flat.paste(seen, mask=seen.getchannel("A"))
    else:
        flat = upright.convert("RGB")
    flat.info.clear()
    return flat


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"size": draw(order["source"], order["page"], order["thumbnail"])}
    except Exception as error:  # noqa: BLE001 - decoders raise anything, and so does a short memory
        return {"error": type(error).__name__}


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    pillow_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = int(sys.argv[1])
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line))), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    _main()
