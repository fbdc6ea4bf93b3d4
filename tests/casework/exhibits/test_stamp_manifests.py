from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from apps.casework.exhibits.make_manifests import make_manifests
from apps.casework.exhibits.stamp_manifests import stamp_manifests
from apps.exhibits.models import Exhibit, Manifest
from apps.exhibits.timestamp import NoTimestamp, verify_token
from tests.exhibits.tsa import make_authority, openssl, serving
from tests.factories import MONDAY_MORNING, declared_incident

pytestmark = pytest.mark.django_db
NOBODY = "http://127.0.0.1:9/"


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Path:
    """The folder of a real authority."""
    return make_authority(tmp_path_factory.mktemp("tsa") / "authority").parent


@pytest.fixture
def manifest(settings, authority) -> Manifest:
    """Monday's, not stamped yet; the authority is trusted and does not answer."""
    settings.TSA_URL, settings.TSA_CA_FILE = NOBODY, str(authority / "ca.pem")
    declared_incident(exhibits=2)
    make_manifests(at=MONDAY_MORNING + timedelta(days=1))
    return Manifest.objects.get()


def content(manifest: Manifest) -> bytes:
    with manifest.file.open() as file:
        return file.read()


def stamped(settings, authority: Path, manifest: Manifest) -> Manifest:
    with serving(authority) as settings.TSA_URL:
        assert stamp_manifests() == 1
    manifest.refresh_from_db()
    return manifest


def test_a_manifest_is_stamped_by_the_authority_and_its_exhibits_say_so(
    settings, authority, manifest: Manifest
) -> None:
    stamped(settings, authority, manifest)
    assert abs(datetime.now(UTC) - manifest.stamped_at) < timedelta(minutes=1)
    assert verify_token(bytes(manifest.token), content(manifest)) == manifest.stamped_at
    shown = Exhibit.objects.with_timestamp().values_list("stamped_at", flat=True)
    assert set(shown) == {manifest.stamped_at}


def test_anybody_verifies_the_token_with_openssl(
    settings, authority, manifest: Manifest, tmp_path
) -> None:
    stamped(settings, authority, manifest)
    (tmp_path / "token.tsr").write_bytes(bytes(manifest.token))
    (tmp_path / "manifest.txt").write_bytes(content(manifest))
    openssl(
        tmp_path, "ts", "-verify", "-in", "token.tsr", "-data", "manifest.txt", "-CAfile",
        str(authority / "ca.pem"),
    )  # fmt: skip


def test_a_token_certifies_its_own_bytes_and_no_other(
    settings, authority, manifest: Manifest
) -> None:
    stamped(settings, authority, manifest)
    with pytest.raises(NoTimestamp, match="does not hold"):
        verify_token(bytes(manifest.token), content(manifest) + b"x")


def test_an_authority_that_is_down_is_asked_again_later(
    settings, authority, manifest: Manifest
) -> None:
    assert stamp_manifests() == 0
    assert Manifest.objects.get().token is None
    stamped(settings, authority, manifest)
    first = bytes(manifest.token)
    with serving(authority) as settings.TSA_URL:
        assert stamp_manifests() == 0
    assert bytes(Manifest.objects.get().token) == first


def test_the_token_of_an_authority_that_is_not_trusted_is_not_kept(
    settings, authority, manifest: Manifest, tmp_path
) -> None:
    stranger = make_authority(tmp_path / "stranger")
    with serving(stranger.parent) as settings.TSA_URL:
        assert stamp_manifests() == 0
    assert Manifest.objects.get().token is None


def test_a_manifest_that_was_changed_is_not_stamped(
    settings, authority, manifest: Manifest, caplog
) -> None:
    default_storage.save(manifest.file.name, ContentFile(b"something else"))
    with serving(authority) as settings.TSA_URL:
        assert stamp_manifests() == 0
    assert "altered" in caplog.text


def test_without_an_authority_there_are_manifests_and_no_tokens(
    settings, manifest: Manifest
) -> None:
    settings.TSA_URL = ""
    assert stamp_manifests() == 0
