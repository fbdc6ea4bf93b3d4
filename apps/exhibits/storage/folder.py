"""Files in a folder of this machine: read-only, whole or absent."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files import File
from django.core.files.storage import FileSystemStorage


class Folder(FileSystemStorage):
    """A name says what the bytes are, so the same name is written again with the same bytes.

    A file is written beside its place and moved there once it is on the disk: a process that dies
    leaves a « .part » that nobody names, never half a file; two writers of one name both succeed.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: File) -> str:
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            dir=place.parent, prefix=f"{place.name}.", suffix=".part", delete=False
        ) as part:
            try:
                for chunk in content.chunks():
                    part.write(chunk)
                part.flush()
                os.fchmod(part.fileno(), self.file_permissions_mode)
                os.fsync(part.fileno())
            except OSError:  # the disk is full: half a file would only take more of it
                Path(part.name).unlink()
                raise
        Path(part.name).replace(place)
        self._sync(place.parent)
        return name

    def url(self, name: str | None) -> str:
        raise NotImplementedError("Bytes leave through apps/files only.")

    @staticmethod
    def _sync(folder: Path) -> None:
        """The move itself survives a power cut."""
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
