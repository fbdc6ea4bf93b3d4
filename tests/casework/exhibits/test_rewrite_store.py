from io import StringIO

import pyrage
import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from apps.casework.exhibits.verify_store import verify_store
from tests.factories import declared_incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def use_keys(settings):
    """`use_keys(key, …)`: the site started again with these storage keys."""

    def restart(*keys: str) -> None:
        options = {**settings.STORAGES["default"]["OPTIONS"], "keys": list(keys)}
        default = {**settings.STORAGES["default"], "OPTIONS": options}
        settings.STORAGES = {**settings.STORAGES, "default": default}

    return restart


def new_key() -> str:
    return str(pyrage.x25519.Identity.generate())


def stored_bytes(name: str) -> bytes:
    with default_storage.inner.open(name) as stored:
        return stored.read()


def test_a_key_given_later_encrypts_what_was_in_clear_and_changes_no_hash(use_keys) -> None:
    exhibit = declared_incident(exhibits=1).exhibits.get()
    assert stored_bytes(exhibit.original.name).startswith(b"\x89PNG")
    use_keys(new_key())
    call_command("rewrite_store", stdout=StringIO())
    assert stored_bytes(exhibit.original.name).startswith(b"age-encryption.org/v1")
    assert list(verify_store()) == []


def test_after_a_change_of_key_the_old_one_is_needed_no_more(use_keys) -> None:
    old, new = new_key(), new_key()
    use_keys(old)
    declared_incident(exhibits=2)
    use_keys(new)
    assert [each.trouble for each in verify_store()] == ["unreadable: Unreadable"] * 2
    use_keys(new, old)
    call_command("rewrite_store", stdout=StringIO())
    use_keys(new)
    assert list(verify_store()) == []


def test_what_no_key_opens_is_left_as_it_is_and_said(use_keys) -> None:
    use_keys(new_key())
    exhibit = declared_incident(exhibits=1).exhibits.get()
    before = stored_bytes(exhibit.original.name)
    use_keys(new_key())
    with pytest.raises(CommandError, match="keep the old key"):
        call_command("rewrite_store", stdout=StringIO(), stderr=StringIO())
    assert stored_bytes(exhibit.original.name) == before
