"""Receiving a file: what it really is, its hash, and a read-only copy that never changes again."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from .formats import accepted_formats, max_bytes, megabytes
from .judges.judge import Verdict, judge
from .judges.sniff import Format
from .refusals import CannotKeep, Reason, RefusedFile, Unacceptable

logger = logging.getLogger(__name__)

__all__ = ["Examined", "RefusedFile", "examine", "store"]


@dataclass(frozen=True)
class Examined:
    """A file that may be kept: its short name, real type, size in bytes and hash.

    Width and height are those written in a picture, in pixels, before it is turned upright.
    """

    name: str
    media_type: str
    size: int
    sha256: str
    width: int | None
    height: int | None


def examine(upload: File) -> Examined:
    """Check a received file from its content, never from its name; nothing is kept of it.

    Takes as long as it takes to read the file, and for a PDF a process of its own: call it
    outside a transaction. Raises `RefusedFile`, and `CannotKeep` when the trouble is ours.
    """
    name = PurePath(upload.name or "fichier").name[-150:]
    size = upload.size or 0
    try:
        _check_size(size)
        with _on_disk(upload) as path:
            verdict = judge(path, max_pixels=settings.EXHIBIT_MAX_PIXELS)
            _check_format(verdict, size)
            sha256 = _sha256(path)
    except Unacceptable as refusal:
        raise refusal.about(name) from refusal
    except OSError as error:
        raise _cannot_keep(name, error) from error
    return Examined(name, verdict.format.value, size, sha256, verdict.width, verdict.height)


def store(examined: Examined, upload: File) -> str:
    """Keep the bytes untouched, once, and return where they are. Raises `CannotKeep`."""
    name = f"originals/{examined.sha256[:2]}/{examined.sha256}"
    try:
        # A process killed while writing leaves half a file under that name.
        if default_storage.exists(name) and default_storage.size(name) == examined.size:
            return name
        upload.seek(0)
        return default_storage.save(name, upload)
    except OSError as error:
        raise _cannot_keep(examined.name, error) from error


def _cannot_keep(name: str, error: OSError) -> CannotKeep:
    """The log tells where there is no place; the name of the file is its sender's."""
    logger.error("a file cannot be kept: %s: %s", type(error).__name__, error)
    return CannotKeep(name)


def _check_size(size: int) -> None:
    """Before anything is read: no format may be heavier than the heaviest."""
    if size == 0:
        raise Unacceptable(Reason.EMPTY)
    most = max(map(max_bytes, accepted_formats()))
    if size > most:
        raise Unacceptable(Reason.TOO_LARGE, limit=megabytes(most))


def _check_format(verdict: Verdict, size: int) -> None:
    if verdict.format not in accepted_formats():
        raise Unacceptable(Reason.NOT_WANTED)
    most = max_bytes(verdict.format)
    if size > most:
        video = verdict.format is Format.MP4
        reason = Reason.VIDEO_TOO_LARGE if video else Reason.TOO_LARGE
        raise Unacceptable(reason, limit=megabytes(most))


@contextmanager
def _on_disk(upload: File) -> Iterator[Path]:
    """Where the file lies; one that is still in memory is written down for a moment."""
    upload.seek(0)
    where = getattr(upload.file, "name", None)
    if isinstance(where, str) and Path(where).is_file():
        yield Path(where)
        return
    with NamedTemporaryFile(prefix="vigie-") as copy:
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
