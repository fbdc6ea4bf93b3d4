from datetime import time

import pytest

from apps.accounts.models import NotificationPreferences
from apps.casework.letters.choose_notifications import choose_notifications
from apps.casework.letters.practitioner_digest import practitioner_digest
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, PractitionerFactory, taken_incident

pytestmark = pytest.mark.django_db
USUAL = {
    "quiet_from": time(20),
    "quiet_until": time(8),
    "quiet_weekends": True,
    "unwanted": [],
    "at": MONDAY_MORNING,
}


def test_a_second_choice_replaces_the_first() -> None:
    user = PractitionerFactory().user
    choose_notifications(**USUAL, frequency="daily", by=user)
    choose_notifications(**USUAL, frequency="weekly", by=user)
    assert NotificationPreferences.objects.get().frequency == "weekly"


def test_what_was_held_does_not_wait_for_the_former_hour() -> None:
    practitioner = PractitionerFactory()
    choose_notifications(**USUAL, frequency="weekly", by=practitioner.user)
    taken_incident(practitioner=practitioner)
    assert practitioner_digest(at=MONDAY_MORNING) == 0
    choose_notifications(**USUAL, frequency="immediate", by=practitioner.user)
    assert practitioner_digest(at=MONDAY_MORNING) == 1
    assert not Letter.objects.held().exists()
