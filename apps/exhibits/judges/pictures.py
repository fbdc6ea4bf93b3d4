"""JPEG, PNG and WebP, walked from part to part without decoding a pixel."""

import zlib

from apps.exhibits.refusals import Reason, Unacceptable

Size = tuple[int, int]  # width and height in pixels, as written in the header

END, SCAN = 0xD9, 0xDA
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
COMPRESSED_TEXT = {b"zTXt", b"iTXt", b"iCCP"}
MOST_TEXT = 4 * 1024**2  # bytes once inflated; a colour profile takes half a megabyte


def jpeg(data: bytes) -> Size:
    """Raises `Unacceptable` unless every segment is there, up to the end of the image."""
    size, at = None, 2
    while True:
        if data[at : at + 1] != b"\xff":
            raise Unacceptable(Reason.BROKEN_PICTURE)
        marker = _byte(data, at + 1)
        if marker == 0xFF:
            at += 1
        elif marker == END:
            break
        elif marker in WITHOUT_LENGTH:
            at += 2
        else:
            length = _number(data, at + 2, 2)
            if marker in FRAMES:
                size = _number(data, at + 7, 2), _number(data, at + 5, 2)
            at += 2 + length
            if marker == SCAN:
                at = _end_of_scan(data, at)
    if not size or 0 in size:
        raise Unacceptable(Reason.BROKEN_PICTURE)
    return size


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands: in pixels, FF is followed by 00 or by a restart marker."""
    while (at := data.find(b"\xff", at)) >= 0:
        following = _byte(data, at + 1)
        if following and not 0xD0 <= following <= 0xD7:
            return at
        at += 2
    raise Unacceptable(Reason.BROKEN_PICTURE)


def png(data: bytes) -> Size:
    """Raises `Unacceptable` unless every chunk is there and has its checksum."""
    size, at, kind = None, 8, b""
    while kind != b"IEND":
        length = _number(data, at, 4)
        kind, body = bytes(data[at + 4 : at + 8]), bytes(data[at + 8 : at + 8 + length])
        if zlib.crc32(body, zlib.crc32(kind)) != _number(data, at + 8 + length, 4):
            raise Unacceptable(Reason.BROKEN_PICTURE)
        if kind == b"acTL":
            raise Unacceptable(Reason.ANIMATION)
        if kind == b"IHDR":
            size = _number(body, 0, 4), _number(body, 4, 4)
        if kind in COMPRESSED_TEXT:
            _refuse_bomb(body)
        at += 12 + length
    if not size or 0 in size:
        raise Unacceptable(Reason.BROKEN_PICTURE)
    return size


def _refuse_bomb(body: bytes) -> None:
    """A text that inflates beyond reason, whatever stands before its compressed part."""
    start = body.find(b"\x78", body.find(b"\0") + 1)
    if start < 0:
        return
    inflate = zlib.decompressobj()
    try:
        inflate.decompress(body[start:], MOST_TEXT)
    except zlib.error:
        return
    if inflate.unconsumed_tail:
        raise Unacceptable(Reason.PICTURE_BOMB)


def webp(data: bytes) -> Size:
    """Raises `Unacceptable` for an animation and for a file that stops before its end."""
    if 8 + int.from_bytes(data[4:8], "little") > len(data) or len(data) < 30:
        raise Unacceptable(Reason.BROKEN_PICTURE)
    kind = data[12:16]
    if kind == b"VP8X":
        if data[20] & 0x02:
            raise Unacceptable(Reason.ANIMATION)
        return tuple(int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return tuple(int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    raise Unacceptable(Reason.BROKEN_PICTURE)


def _byte(data: bytes, at: int) -> int:
    return _number(data, at, 1)


def _number(data: bytes, at: int, size: int) -> int:
    found = data[at : at + size]
    if len(found) < size:
        raise Unacceptable(Reason.BROKEN_PICTURE)
    return int.from_bytes(found, "big")
