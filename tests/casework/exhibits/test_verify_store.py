from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pyrage
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from apps.casework.exhibits.make_manifests import make_manifests
from apps.casework.exhibits.stamp_manifests import stamp_manifests
from apps.casework.exhibits.verify_store import verify_store
from apps.casework.missions.compile import compile
from apps.casework.tasks import render_dossiers
from apps.exhibits.models import Exhibit, Manifest
from tests.exhibits.tsa import make_authority, serving
from tests.factories import MONDAY_MORNING, assigned, attached, declared_incident, png

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibit() -> Exhibit:
    """One exhibit, of a day whose manifest is made."""
    exhibit = declared_incident(exhibits=1).exhibits.get()
    make_manifests(at=MONDAY_MORNING + timedelta(days=1))
    return exhibit


def troubles() -> list[str]:
    return [difference.trouble for difference in verify_store()]


def verify_exhibits() -> str:
    said = StringIO()
    call_command("verify_exhibits", stdout=said, stderr=said)
    return said.getvalue()


def content(exhibit: Exhibit) -> bytes:
    with exhibit.original.open() as original:
        return original.read()


def write_over(stored, content: bytes) -> None:
    default_storage.save(stored.name, ContentFile(content))


def test_a_store_that_is_whole_has_nothing_to_report(exhibit: Exhibit) -> None:
    assert troubles() == []
    assert "Every file is what it was." in verify_exhibits()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda exhibit: default_storage.delete(exhibit.original.name), "missing"),
        (lambda exhibit: write_over(exhibit.original, b"x" * exhibit.size), "altered"),
        (lambda exhibit: write_over(exhibit.original, content(exhibit)[:-1]), "bytes instead of"),
    ],
    ids=["missing", "altered", "cut"],
)
def test_what_was_lost_changed_or_cut_is_reported_by_number_and_never_by_name(
    exhibit: Exhibit, damage: Callable[[Exhibit], object], said: str
) -> None:
    damage(exhibit)
    difference = next(verify_store())
    assert difference.row == f"exhibit {exhibit.pk}"
    assert said in difference.trouble
    assert exhibit.name not in str(difference)
    with pytest.raises(CommandError, match="1 differences"):
        verify_exhibits()


def test_without_its_key_a_file_is_reported_as_unreadable(exhibit: Exhibit, settings) -> None:
    cipher = pyrage.encrypt(content(exhibit), [pyrage.x25519.Identity.generate().to_public()])
    write_over(exhibit.original, cipher)
    assert troubles() == ["unreadable: Unreadable"]


def test_dossiers_and_receipts_are_read_again_too() -> None:
    assignment = assigned()
    dossier = compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    dossier.refresh_from_db()
    assert troubles() == []
    write_over(dossier.file, b"%PDF another")
    assert [difference.row for difference in verify_store()] == [f"dossier {dossier.pk}"]


def test_a_row_whose_hash_was_changed_with_its_file_is_caught_by_the_manifest(
    exhibit: Exhibit,
) -> None:
    changed = ContentFile(b"another proof")
    Exhibit.objects.filter(pk=exhibit.pk).update(
        original=default_storage.save("originals/00/another", changed), size=13,
        sha256="f0c5a5a3b1d3ea3a3cd1f6ae6bbb3f0ed1e0e0e0a0c0f0d0b0e0a0c0f0d0b0e0",
    )  # fmt: skip
    assert any("is not in it" in trouble for trouble in troubles())


def test_a_manifest_that_was_changed_is_reported_and_so_is_its_timestamp(
    exhibit: Exhibit, settings, tmp_path
) -> None:
    settings.TSA_CA_FILE = str(make_authority(tmp_path / "authority"))
    with serving(tmp_path / "authority") as settings.TSA_URL:
        stamp_manifests()
    assert troubles() == []
    manifest = Manifest.objects.get()
    write_over(manifest.file, f"{exhibit.sha256}  {exhibit.pk}  2026-11-20\n".encode())
    assert [trouble.split(":")[0] for trouble in troubles()] == ["altered", "timestamp"]


def test_the_parts_of_the_store_together_are_the_store() -> None:
    incident = declared_incident(exhibits=2)
    for width in (70, 80, 90):
        attached(incident, upload=png(size=(width, 40)))
    for exhibit in incident.exhibits.all():
        default_storage.delete(exhibit.original.name)
    found = [each.row for part in range(28) for each in verify_store(part=part, parts=28)]
    assert sorted(found) == sorted(each.row for each in verify_store())
    assert len(found) == 5
