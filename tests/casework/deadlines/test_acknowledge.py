from datetime import date

import pytest

from apps.casework.deadlines.acknowledge import acknowledge
from apps.casework.deadlines.remind import remind
from apps.deadlines.models import Reminder
from apps.journal.kinds import Kind
from apps.legal.windows import Window
from tests.factories import MONDAY_MORNING, declared_review, taken_incident

pytestmark = pytest.mark.django_db


def test_a_rung_is_done_when_a_person_says_so() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 9, 1)))])
    remind(at=MONDAY_MORNING)
    deadline = incident.deadlines.get()
    assert Reminder.objects.unacknowledged().count() == 1
    assert acknowledge(deadline, by=incident.handler, at=MONDAY_MORNING) == 1
    assert acknowledge(deadline, by=incident.handler, at=MONDAY_MORNING) == 0
    assert not Reminder.objects.unacknowledged().exists()
    assert incident.events.filter(kind=Kind.REMINDER_ACKNOWLEDGED).count() == 1
