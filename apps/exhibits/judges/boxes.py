"""HEIC and MP4 are made of boxes, each with its length: walked, never decoded."""

from apps.exhibits.refusals import Reason, Unacceptable

MOST_BOXES = 100_000  # a fragmented video has some thousands at its top


def heic(data: bytes) -> None:
    """Raises `Unacceptable` for a sequence of images and for a file that is cut."""
    boxes = _boxes(data, 0, len(data), Reason.BROKEN_PICTURE)
    if b"moov" in boxes:
        raise Unacceptable(Reason.ANIMATION)
    if b"meta" not in boxes:
        raise Unacceptable(Reason.BROKEN_PICTURE)


def mp4(data: bytes) -> None:
    """Raises `Unacceptable` unless there is a film, with a track, and nothing but boxes."""
    boxes = _boxes(data, 0, len(data), Reason.BROKEN_VIDEO)
    if not {b"moov", b"mdat"} <= boxes.keys():
        raise Unacceptable(Reason.BROKEN_VIDEO)
    if b"trak" not in _boxes(data, *boxes[b"moov"], Reason.BROKEN_VIDEO):
        raise Unacceptable(Reason.BROKEN_VIDEO)


def _boxes(data: bytes, at: int, end: int, broken: Reason) -> dict[bytes, tuple[int, int]]:
    """Where the inside of each kind of box starts and ends; they fill the space to the byte."""
    found: dict[bytes, tuple[int, int]] = {}
    for _ in range(MOST_BOXES):
        if at == end:
            return found
        size, kind = int.from_bytes(data[at : at + 4], "big"), bytes(data[at + 4 : at + 8])
        inside = at + 8
        if size == 1:
            size, inside = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        elif size == 0:
            size = end - at
        if at + size > end or at + size < inside or not _is_name(kind):
            break
        found[kind] = (inside, at + size)
        at += size
    raise Unacceptable(broken)


def _is_name(kind: bytes) -> bool:
    return len(kind) == 4 and all(32 <= byte < 127 or byte == 0xA9 for byte in kind)
