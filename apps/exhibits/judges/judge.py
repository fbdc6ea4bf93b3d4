from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

from apps.exhibits.refusals import Reason, Unacceptable

from . import boxes, pictures
from .apart import judge_apart
from .hidden import VIRUS_TEST, refuse_hidden
from .sniff import HEAD, Format, sniff

PICTURES = {Format.JPEG: pictures.jpeg, Format.PNG: pictures.png, Format.WEBP: pictures.webp}
MADE_OF_TEXT = {Format.PDF, Format.EML}


@dataclass(frozen=True)
class Verdict:
    """What the content is; for a picture, its width and height in pixels as written in it."""

    format: Format
    width: int | None = None
    height: int | None = None


def judge(path: Path, *, max_pixels: int) -> Verdict:
    """Look at a file on disk, which is mapped and never read whole, and decode nothing of it.

    Raises `Unacceptable` with the reason.
    """
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        try:
            format = sniff(data[:HEAD])
        except Unacceptable:
            if VIRUS_TEST in data[:HEAD]:
                raise Unacceptable(Reason.VIRUS_TEST) from None
            raise
        refuse_hidden(data, pages=format not in MADE_OF_TEXT)
        size = _size(format, data, path)
    if size and size[0] * size[1] > max_pixels:
        raise Unacceptable(Reason.TOO_MANY_PIXELS)
    return Verdict(format, *size)


def _size(format: Format, data: mmap, path: Path) -> tuple[int, int] | tuple[()]:
    if format in PICTURES:
        return PICTURES[format](data)
    if format is Format.HEIC:
        boxes.heic(data)
        return judge_apart("heif", path)
    if format is Format.MP4:
        boxes.mp4(data)
    else:
        judge_apart("pdf" if format is Format.PDF else "mail", path)
    return ()
