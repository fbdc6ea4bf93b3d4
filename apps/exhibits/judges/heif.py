"""The size of a HEIC picture, from the library that reads it. Run in a process apart."""

import pillow_heif

from apps.exhibits.refusals import Reason, Unacceptable


def heif(path: str) -> tuple[int, int]:
    """Width and height in pixels; nothing is decoded. Raises `Unacceptable`."""
    try:
        return pillow_heif.open_heif(path, convert_hdr_to_8bit=False).size
    except (OSError, RuntimeError, SyntaxError, ValueError, EOFError) as error:
        raise Unacceptable(Reason.BROKEN_PICTURE) from error
