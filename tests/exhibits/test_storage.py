"""Where the bytes are kept: the same promises in a folder and a bucket, in clear and encrypted."""

import resource
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyrage
import pytest
from botocore.config import Config
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile

from apps.exhibits.storage.bucket import PATIENCE
from apps.exhibits.storage.vault import Unreadable, Vault
from config.settings.storage import age_keys

FOLDER = "apps.exhibits.storage.folder.Folder"
BUCKET = "apps.exhibits.storage.bucket.Bucket"
NAME = "originals/ab/abcdef"
WORDS = b"Ce chirurgien " * 20_000  # several chunks of the format


def new_key() -> str:
    return str(pyrage.x25519.Identity.generate())


def folder_options(tmp_path: Path) -> dict[str, object]:
    return {"location": tmp_path, "file_permissions_mode": 0o440}


@pytest.fixture(params=["folder", "bucket"])
def place(request, tmp_path) -> tuple[str, dict[str, object]]:
    """A backend and its options."""
    if request.param == "folder":
        return FOLDER, folder_options(tmp_path)
    return BUCKET, request.getfixturevalue("bucket")


@pytest.fixture(params=["clear", "encrypted"])
def vault(request, place) -> Vault:
    return Vault(*place, keys=[new_key()] if request.param == "encrypted" else [])


def kept(vault: Vault, name: str = NAME) -> bytes:
    with vault.open(name) as stored:
        return stored.read()


# --- In a folder and in a bucket, in clear and encrypted ------------------------------------------


@pytest.mark.parametrize("content", [b"", b"x", WORDS, b"\0" * 65536, b"\0" * 65537])
def test_what_is_stored_comes_back_whole_under_its_own_name_and_size(
    vault: Vault, content: bytes
) -> None:
    assert not vault.exists(NAME)
    assert vault.save(NAME, ContentFile(content)) == NAME
    assert vault.exists(NAME)
    assert vault.size(NAME) == len(content)
    assert kept(vault) == content
    assert vault.listdir("originals/ab") == ([], ["abcdef"])
    vault.delete(NAME)
    assert not vault.exists(NAME)


def test_the_same_name_is_written_again_in_place(vault: Vault) -> None:
    vault.save(NAME, ContentFile(WORDS[:10]))
    assert vault.save(NAME, ContentFile(WORDS)) == NAME
    assert kept(vault) == WORDS
    assert vault.listdir("originals/ab")[1] == ["abcdef"]


def test_many_writers_of_one_name_leave_one_whole_file(vault: Vault) -> None:
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(lambda _: vault.save(NAME, ContentFile(WORDS)), range(16)))
    assert names == {NAME}
    assert kept(vault) == WORDS
    assert vault.listdir("originals/ab")[1] == ["abcdef"]


def test_a_file_that_is_not_there_is_said_so(vault: Vault) -> None:
    with pytest.raises(FileNotFoundError):
        vault.open(NAME)


def test_nothing_has_a_public_address(place) -> None:
    with pytest.raises(NotImplementedError):
        Vault(*place, keys=[]).url(NAME)
    with pytest.raises(NotImplementedError):
        Vault(*place, keys=[]).inner.url(NAME)


# --- Encryption -----------------------------------------------------------------------------------


def test_the_store_holds_nothing_that_can_be_read(place) -> None:
    vault = Vault(*place, keys=[new_key()])
    vault.save(NAME, ContentFile(WORDS))
    assert b"chirurgien" not in kept(vault.inner)


def test_a_new_key_writes_and_the_old_one_still_reads(place) -> None:
    old, new = new_key(), new_key()
    Vault(*place, keys=[old]).save(NAME, ContentFile(WORDS))
    rotated = Vault(*place, keys=[new, old])
    assert kept(rotated) == WORDS
    with rotated.open(NAME) as stored:
        rotated.save(NAME, stored)
    assert kept(Vault(*place, keys=[new])) == WORDS


def test_what_was_stored_before_there_was_a_key_is_still_read(place) -> None:
    Vault(*place, keys=[]).save(NAME, ContentFile(WORDS))
    vault = Vault(*place, keys=[new_key()])
    assert kept(vault) == WORDS
    assert vault.size(NAME) == len(WORDS)


@pytest.mark.parametrize("keys", [[], [new_key()]], ids=["no key", "another key"])
def test_without_the_right_key_a_file_is_unreadable_and_its_size_is_known(place, keys) -> None:
    Vault(*place, keys=[new_key()]).save(NAME, ContentFile(WORDS))
    vault = Vault(*place, keys=keys)
    assert vault.size(NAME) == len(WORDS)
    with pytest.raises(Unreadable):
        vault.open(NAME)


@pytest.mark.parametrize("length", [30, 200, 400, 70_000, -1])
def test_a_cut_file_is_an_error_never_a_part(place, length: int) -> None:
    vault = Vault(*place, keys=[new_key()])
    vault.save(NAME, ContentFile(WORDS))
    vault.inner.save(NAME, ContentFile(kept(vault.inner)[:length]))
    assert vault.size(NAME) != len(WORDS)
    with pytest.raises(Unreadable):
        vault.open(NAME)


@pytest.mark.parametrize("where", [25, 300, 100_000, -1])
def test_one_changed_byte_is_an_error_never_a_part(place, where: int) -> None:
    vault = Vault(*place, keys=[new_key()])
    vault.save(NAME, ContentFile(WORDS))
    changed = bytearray(kept(vault.inner))
    changed[where] ^= 1
    vault.inner.save(NAME, ContentFile(bytes(changed)))
    with pytest.raises(Unreadable):
        vault.open(NAME)


def test_a_key_that_is_none_is_said_without_being_shown(tmp_path) -> None:
    with pytest.raises(ImproperlyConfigured, match="STORAGE_KEY") as caught:
        Vault(FOLDER, folder_options(tmp_path), keys=["AGE-SECRET-KEY-1SECRET"])
    assert "SECRET-KEY-1SECRET" not in str(caught.value)


def test_keys_are_read_from_the_variable_then_from_the_file_of_age_keygen(tmp_path) -> None:
    first, second = new_key(), new_key()
    file = tmp_path / "keys.txt"
    file.write_text(f"# created: 2026-11-23\n# public key: age1xyz\n{second}\n")
    assert age_keys(first, str(file)) == [first, second]
    assert age_keys("", "") == []


def test_a_site_that_cannot_read_its_key_does_not_start(tmp_path) -> None:
    with pytest.raises(ImproperlyConfigured, match="No such file"):
        age_keys("", str(tmp_path / "missing"))
    with pytest.raises(ImproperlyConfigured, match="hold no"):
        age_keys("a password", "")


def test_a_video_of_two_hundred_megabytes_does_not_go_through_memory(tmp_path) -> None:
    """In a process of its own, whose memory is counted: less than 60 MB above an empty one."""
    program = f"""
import resource
from tempfile import TemporaryFile
from django.conf import settings
settings.configure()
from django.core.files import File
from apps.exhibits.storage.bucket import PATIENCE
from apps.exhibits.storage.vault import Vault
vault = Vault("{FOLDER}", {{"location": "{tmp_path}", "file_permissions_mode": 0o440}},
              keys=["{new_key()}"])
used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before = used()
with TemporaryFile() as video:
    video.truncate(200 * 1024**2)
    vault.save("{NAME}", File(video, "video"))
with vault.open("{NAME}") as back:
    assert sum(map(len, back.chunks())) == 200 * 1024**2
print(used() - before)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 60


# --- In a folder ----------------------------------------------------------------------------------


def test_a_stored_file_is_read_only(tmp_path) -> None:
    Vault(FOLDER, folder_options(tmp_path), keys=[]).save(NAME, ContentFile(WORDS))
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o440


def test_a_process_killed_while_it_writes_leaves_nothing_under_the_name(tmp_path) -> None:
    """The first bytes are on the disk when it dies; the next writer is not disturbed."""
    program = f"""
import os, signal
from django.conf import settings
settings.configure()
from django.core.files.base import ContentFile
from apps.exhibits.storage.bucket import PATIENCE
from apps.exhibits.storage.vault import Vault

class Dying(ContentFile):
    def chunks(self, size=None):
        yield b"half"
        os.kill(os.getpid(), signal.SIGKILL)

Vault("{FOLDER}", {{"location": "{tmp_path}", "file_permissions_mode": 0o440}}, keys=[]).save(
    "{NAME}", Dying(b"")
)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    vault = Vault(FOLDER, folder_options(tmp_path), keys=[])
    assert not vault.exists(NAME)
    vault.save(NAME, ContentFile(WORDS))
    assert kept(vault) == WORDS
    left = set(vault.listdir("originals/ab")[1]) - {"abcdef"}
    assert {Path(name).suffix for name in left} == {".part"}


def test_a_place_that_cannot_be_written_is_an_error(tmp_path) -> None:
    vault = Vault(FOLDER, folder_options(tmp_path), keys=[])
    (tmp_path / "originals").write_text("a file where a folder should be")
    with pytest.raises(OSError, match="originals"):
        vault.save(NAME, ContentFile(WORDS))


def test_a_disk_that_is_full_keeps_no_half_of_a_file(tmp_path) -> None:
    """The system refuses every byte beyond the first thousand."""
    vault = Vault(FOLDER, folder_options(tmp_path), keys=[])
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            vault.save(NAME, ContentFile(WORDS))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert vault.listdir("originals/ab") == ([], [])


# --- In a bucket ----------------------------------------------------------------------------------


def test_nobody_reads_a_bucket_without_signing(bucket) -> None:
    Vault(BUCKET, bucket, keys=[]).save(NAME, ContentFile(WORDS))
    address = f"{bucket['endpoint_url']}/{bucket['bucket_name']}/{NAME}"
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address)
    refused.value.close()
    assert refused.value.code == 403


def test_a_bucket_that_does_not_answer_is_an_os_error(bucket) -> None:
    elsewhere = {**bucket, "endpoint_url": "http://127.0.0.1:9"}
    for act in (
        lambda vault: vault.exists(NAME),
        lambda vault: vault.open(NAME),
        lambda vault: vault.save(NAME, ContentFile(WORDS)),
    ):
        with pytest.raises(OSError, match="bucket"):
            act(Vault(BUCKET, elsewhere, keys=[]))


def test_a_bucket_that_says_nothing_is_given_up_before_who_waits_does(bucket) -> None:
    """Asked once, with a tenth of the patience of production."""
    patience = Vault(BUCKET, bucket, keys=[]).inner.connection.meta.client.meta.config
    assert patience.connect_timeout + patience.read_timeout < 10
    brief = PATIENCE.merge(
        Config(read_timeout=patience.read_timeout / 10, retries={"total_max_attempts": 1})
    )
    began = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as server:
        silent = {**bucket, "endpoint_url": f"http://127.0.0.1:{server.getsockname()[1]}"}
        with pytest.raises(OSError, match="bucket"):
            Vault(BUCKET, {**silent, "client_config": brief}, keys=[]).exists(NAME)
    assert time.monotonic() - began < 5
