"""The bytes of an upload that is not over, in a folder of this machine until they are sealed."""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings


def part_file(key: UUID) -> Path:
    """Where the bytes received so far are."""
    return Path(settings.VAR_DIR) / "uploads" / str(key)


def append(key: UUID, *, offset: int, chunk: bytes) -> None:
    """Write a chunk at this offset, on the disk before it returns.

    What lies beyond the offset was written by a process that died before it could say so: it goes.
    """
    path = part_file(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("r+b" if path.exists() else "xb") as file:
        file.truncate(offset)
        file.seek(offset)
        file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def length(key: UUID) -> int:
    """How many bytes are really there."""
    path = part_file(key)
    return path.stat().st_size if path.exists() else 0


def discard(key: UUID) -> None:
    """Forget the bytes, if there are any."""
    part_file(key).unlink(missing_ok=True)
