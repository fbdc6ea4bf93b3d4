from datetime import UTC, date, datetime, timedelta

import pytest

from apps.accounts.models import Role
from apps.casework.deadlines.acknowledge import acknowledge
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
from apps.incidents.models import Incident
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    declared_review,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
SEVEN_DAYS_LEFT = Window.on_day(date(2026, 9, 1))


@pytest.fixture
def incident():
    return taken_incident(reviews=[declared_review(window=SEVEN_DAYS_LEFT)])


def told(user) -> int:
    return Letter.objects.filter(kind="reminder_unacknowledged", recipient=user).count()


def test_a_silent_rung_climbs_one_step_each_working_day_and_once(incident) -> None:
    karim, legal = supervisor(), UserFactory(role=Role.LEGAL_LEAD)
    remind(at=MONDAY_MORNING)
    steps = []
    for days in (0, 1, 1, 2, 3):
        escalate(at=MONDAY_MORNING + timedelta(days=days))
        steps.append((told(karim), told(legal)))
    assert steps == [(0, 0), (1, 0), (1, 0), (1, 1), (1, 1)]


def test_an_acknowledged_rung_climbs_no_further(incident) -> None:
    karim = supervisor()
    remind(at=MONDAY_MORNING)
    acknowledge(incident.deadlines.get(), by=incident.handler, at=MONDAY_MORNING)
    escalate(at=MONDAY_MORNING + timedelta(days=5))
    assert told(karim) == 0


def test_a_week_end_is_not_a_working_day() -> None:
    karim = supervisor()
    friday = datetime(2026, 11, 27, 9, tzinfo=UTC)
    taken_incident(at=friday, reviews=[declared_review(window=Window.on_day(date(2026, 9, 10)))])
    remind(at=friday)
    escalate(at=friday + timedelta(days=2))
    assert told(karim) == 0
    escalate(at=friday + timedelta(days=3))
    assert told(karim) == 1


def test_rungs_far_ahead_need_nobody_s_acknowledgement() -> None:
    karim = supervisor()
    taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 10, 1)))])
    remind(at=MONDAY_MORNING)
    escalate(at=MONDAY_MORNING + timedelta(days=5))
    assert told(karim) == 0


def test_a_rung_waits_for_somebody_to_climb_to(incident) -> None:
    legal = UserFactory(role=Role.LEGAL_LEAD)
    remind(at=MONDAY_MORNING)
    escalate(at=MONDAY_MORNING + timedelta(days=1))
    karim = supervisor()
    escalate(at=MONDAY_MORNING + timedelta(days=1, hours=1))
    assert (told(karim), told(legal)) == (1, 0)


def test_among_some_files_the_others_wait_for_their_turn(incident) -> None:
    other = taken_incident(reviews=[declared_review(window=SEVEN_DAYS_LEFT)])
    karim, tuesday = supervisor(), MONDAY_MORNING + timedelta(days=1)
    remind(at=MONDAY_MORNING)
    assert escalate(at=tuesday, among=Incident.objects.filter(pk=other.pk)) == told(karim) == 1
    assert escalate(at=tuesday) == 1
