from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from apps.accounts.models import Role
from apps.casework.exhibits.watch_store import PARTS, watch_store
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, UserFactory, declared_incident, handler, supervisor

pytestmark = pytest.mark.django_db
NIGHTS = [MONDAY_MORNING + timedelta(days=day) for day in range(PARTS)]


def test_in_four_weeks_a_lost_file_is_found_once_and_told_to_those_in_charge() -> None:
    people = {supervisor(), UserFactory(role=Role.ADMIN)}
    handler()
    lost = declared_incident(exhibits=2).exhibits.first()
    default_storage.delete(lost.original.name)
    assert [watch_store(at=night) for night in NIGHTS].count(1) == 1
    letters = Letter.objects.filter(kind="exhibits_altered")
    assert {letter.recipient for letter in letters} == people
    assert letters.count() == 2


def test_run_twice_in_a_night_it_writes_once() -> None:
    supervisor()
    lost = declared_incident(exhibits=1).exhibits.get()
    default_storage.delete(lost.original.name)
    for night in NIGHTS:
        watch_store(at=night)
        watch_store(at=night)
    assert Letter.objects.filter(kind="exhibits_altered").count() == 1


def test_a_store_that_is_whole_disturbs_nobody() -> None:
    supervisor()
    declared_incident(exhibits=2)
    assert not any(watch_store(at=night) for night in NIGHTS)
    assert not Letter.objects.filter(kind="exhibits_altered").exists()
