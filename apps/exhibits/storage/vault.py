"""The default storage: a folder or a bucket, and in front of it encryption, when a key is given.

The format is age (age-encryption.org), so that `age --decrypt` alone gets the files back.
"""

from datetime import datetime
from math import ceil
from tempfile import SpooledTemporaryFile, TemporaryFile
from typing import Any

import pyrage
from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import Storage
from django.utils.module_loading import import_string

MAGIC = b"age-encryption.org/v1\n"
LONGEST_HEADER = 64 * 1024
NONCE, TAG, CHUNK = 16, 16, 64 * 1024  # bytes, as the format says
IN_MEMORY = 8 * 1024**2  # bytes; larger files are deciphered to a temporary file without a name


class Unreadable(OSError):
    """The bytes are there and none of our keys opens them, or they have been changed."""


class Vault(Storage):
    """Stores under the first key, reads with any of them. Sizes are those of the originals.

    What was stored before there was a key is still read. A file is deciphered to its end before
    its first byte is given, so what was altered or cut is never handed over in part.
    """

    def __init__(self, backend: str, options: dict[str, Any], keys: list[str]) -> None:
        self.inner: Storage = import_string(backend)(**options)
        try:
            self.identities = [pyrage.x25519.Identity.from_str(key) for key in keys]
        except pyrage.IdentityError as error:
            raise ImproperlyConfigured(
                "STORAGE_KEY or STORAGE_KEY_FILE holds something that is no age identity "
                f"(AGE-SECRET-KEY-1…): {error}."
            ) from error

    def exists(self, name: str) -> bool:
        return self.inner.exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        return self.inner.listdir(path)

    def delete(self, name: str) -> None:
        self.inner.delete(name)

    def get_modified_time(self, name: str) -> datetime:
        return self.inner.get_modified_time(name)

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """A name says what the bytes are: the same name is the same bytes."""
        return name

    def size(self, name: str) -> int:
        """In bytes, once deciphered: 0 when not even the header is whole."""
        stored = self.inner.size(name)
        with self.inner.open(name) as opened:
            header = opened.read(LONGEST_HEADER)
        if not header.startswith(MAGIC):
            return stored
        last_line = header.find(b"\n--- ")
        end = header.find(b"\n", last_line + 1) + 1
        if last_line < 0 or not end:
            return 0
        body = max(stored - end - NONCE, 0)
        return body - TAG * ceil(body / (CHUNK + TAG))

    def _open(self, name: str, mode: str = "rb") -> File:
        stored = self.inner.open(name, mode)
        is_encrypted = stored.read(len(MAGIC)) == MAGIC
        stored.seek(0)
        if not is_encrypted:
            return stored
        with stored:
            return File(self._decipher(stored, name), name)

    def _save(self, name: str, content: File) -> str:
        if not self.identities:
            return self.inner.save(name, content)
        content.seek(0)
        with TemporaryFile() as encrypted:
            pyrage.encrypt_io(content, encrypted, [self.identities[0].to_public()])
            return self.inner.save(name, File(encrypted, name))

    def _decipher(self, stored: File, name: str) -> SpooledTemporaryFile:
        if not self.identities:
            raise Unreadable(f"{name} is encrypted and STORAGE_KEY is not set")
        clear = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the reader closes it
        try:
            pyrage.decrypt_io(stored, clear, self.identities)
        except (pyrage.DecryptError, OSError) as error:
            clear.close()
            raise Unreadable(f"{name} cannot be deciphered: {error}") from error
        clear.seek(0)
        return clear
