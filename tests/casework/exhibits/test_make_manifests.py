import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.storage import default_storage

from apps.casework.exhibits.make_manifests import make_manifests
from apps.exhibits.models import Exhibit, Manifest
from tests.factories import MONDAY_MORNING, declared_incident

pytestmark = pytest.mark.django_db
TUESDAY_MORNING = MONDAY_MORNING + timedelta(days=1)


def text(manifest: Manifest) -> str:
    with manifest.file.open() as file:
        return file.read().decode()


def test_the_manifest_of_a_day_tells_the_hash_of_every_file_received_sorted() -> None:
    incident = declared_incident(exhibits=3)
    assert make_manifests(at=TUESDAY_MORNING) == 1
    manifest = Manifest.objects.get()
    lines = text(manifest).splitlines()
    assert manifest.day == date(2026, 11, 23)
    assert lines == sorted(
        f"{exhibit.sha256}  {exhibit.pk}  2026-11-23T08:30:00.000000Z"
        for exhibit in incident.exhibits.all()
    )
    assert hashlib.sha256(text(manifest).encode()).hexdigest() == manifest.sha256


def test_a_day_that_is_not_over_in_paris_has_none_nor_has_its_first_hour_after() -> None:
    declared_incident(exhibits=1)
    for at in (
        datetime(2026, 11, 23, 22, 59, tzinfo=UTC),  # 23:59 in Paris
        datetime(2026, 11, 23, 23, 59, tzinfo=UTC),  # 00:59: an upload may still be on its way
    ):
        assert make_manifests(at=at) == 0
    assert make_manifests(at=datetime(2026, 11, 24, 0, 0, tzinfo=UTC)) == 1


def test_a_file_received_at_half_past_midnight_in_paris_is_of_the_new_day() -> None:
    declared_incident(exhibits=1, at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    make_manifests(at=TUESDAY_MORNING)
    assert Manifest.objects.get().day == date(2026, 11, 23)


def test_made_again_it_is_the_same_and_nothing_more() -> None:
    declared_incident(exhibits=1)
    make_manifests(at=TUESDAY_MORNING)
    assert make_manifests(at=TUESDAY_MORNING) == 0
    assert make_manifests(at=TUESDAY_MORNING + timedelta(days=9)) == 0
    assert Manifest.objects.count() == 1


def test_a_crash_between_the_file_and_the_row_leaves_one_file() -> None:
    declared_incident(exhibits=1)
    make_manifests(at=TUESDAY_MORNING)
    Manifest.objects.all().delete()
    make_manifests(at=TUESDAY_MORNING + timedelta(hours=1))
    assert len(default_storage.listdir("manifests/2026")[1]) == 1


def test_days_that_were_missed_are_caught_up_and_empty_days_have_none() -> None:
    for days in (0, 1, 4):
        declared_incident(exhibits=1, at=MONDAY_MORNING + timedelta(days=days))
    assert make_manifests(at=MONDAY_MORNING + timedelta(days=9)) == 3
    days = Manifest.objects.order_by("day").values_list("day", flat=True)
    assert list(days) == [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)]


def test_the_night_of_the_change_of_hour_belongs_to_one_day_only() -> None:
    for hour in range(21, 27):
        at = datetime(2026, 10, 24, tzinfo=UTC) + timedelta(hours=hour)
        declared_incident(exhibits=1, at=at)
    make_manifests(at=TUESDAY_MORNING)
    told = "".join(text(manifest) for manifest in Manifest.objects.all())
    assert len(told.splitlines()) == Exhibit.objects.count() == 6
