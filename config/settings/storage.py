"""Where the bytes of exhibits and dossiers are kept, and under which key."""

import re
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

MEMORY = 8 * 1024**2  # bytes of one file of a bucket; larger ones go through a temporary file


def file_storage(env: environ.Env, folder: Path) -> dict[str, Any]:
    """The default storage: a bucket if one is named, else this folder."""
    bucket = env("S3_BUCKET", default="")
    place: dict[str, Any] = {
        "backend": "apps.exhibits.storage.folder.Folder",
        "options": {"location": folder, "file_permissions_mode": 0o440},
    }
    if bucket:
        place = {
            "backend": "apps.exhibits.storage.bucket.Bucket",
            "options": {
                "bucket_name": bucket,
                "endpoint_url": env("S3_ENDPOINT_URL", default="") or None,
                "region_name": env("S3_REGION", default="") or None,
                "access_key": env("S3_ACCESS_KEY_ID", default="") or None,
                "secret_key": env("S3_SECRET_ACCESS_KEY", default="") or None,
                "max_memory_size": MEMORY,
            },
        }
    keys = age_keys(env("STORAGE_KEY", default=""), env("STORAGE_KEY_FILE", default=""))
    return {"BACKEND": "apps.exhibits.storage.vault.Vault", "OPTIONS": {**place, "keys": keys}}


def age_keys(text: str, file: str) -> list[str]:
    """The age identities of the variable, then of the file; the first one writes.

    Raises `ImproperlyConfigured`: a site that cannot read its key does not start, lest it store
    in clear what was meant to be encrypted.
    """
    given = text
    if file:
        try:
            given += "\n" + Path(file).read_text()
        except OSError as error:
            raise ImproperlyConfigured(f"STORAGE_KEY_FILE: {error.strerror}: {file}") from error
    keys = re.findall(r"(?m)(?:^|[\s,])(AGE-SECRET-KEY-1\w+)", given)
    if not keys and (text or file):
        raise ImproperlyConfigured("STORAGE_KEY and STORAGE_KEY_FILE hold no AGE-SECRET-KEY-1….")
    return keys


def timestamp_authority(env: environ.Env) -> tuple[str, str]:
    """Address of the RFC 3161 authority, and the PEM file of the certificates we trust for it.

    Raises `ImproperlyConfigured` for one without the other: a token is kept only once verified.
    """
    url, ca_file = env("TSA_URL", default=""), env("TSA_CA_FILE", default="")
    if url and not (url.startswith(("http://", "https://")) and Path(ca_file).is_file()):
        raise ImproperlyConfigured("TSA_URL needs http(s):// and a PEM file in TSA_CA_FILE.")
    return url, ca_file
