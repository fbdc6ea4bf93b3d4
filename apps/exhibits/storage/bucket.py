"""Files in a bucket that speaks S3. Needs the extra `s3`; imported only when S3_BUCKET is set."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from storages.backends.s3 import S3Storage

# Somebody waits for what they send: boto asks three times, and would wait a minute each.
PATIENCE = Config(connect_timeout=3, read_timeout=6)


class Bucket(S3Storage):
    """A private bucket: no public address, and its troubles are `OSError`s, as a folder's are.

    No ACL is sent: an object belongs to the bucket's owner alone, and buckets that refuse ACLs,
    today's default at Amazon, accept it. An object appears whole or not at all.
    """

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {"client_config": PATIENCE}

    def exists(self, name: str) -> bool:
        with _as_os_errors():
            return super().exists(name)

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        with _as_os_errors():
            return super().listdir(path)

    def size(self, name: str) -> int:
        with _as_os_errors():
            return super().size(name)

    def get_modified_time(self, name: str) -> datetime:
        with _as_os_errors():
            return super().get_modified_time(name)

    def delete(self, name: str) -> None:
        with _as_os_errors():
            super().delete(name)

    def url(self, name: str, *args: object, **kwargs: object) -> str:
        raise NotImplementedError("Bytes leave through apps/files only.")

    def _open(self, name: str, mode: str = "rb") -> File:
        """Fetched whole before the first byte is read: a cut network is an error, never half."""
        with _as_os_errors():
            opened = super()._open(name, mode)
            opened.seek(0)
            return opened

    def _save(self, name: str, content: File) -> str:
        with _as_os_errors():
            return super()._save(name, content)


@contextmanager
def _as_os_errors() -> Iterator[None]:
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise OSError(f"bucket: {type(error).__name__}: {error}") from error
