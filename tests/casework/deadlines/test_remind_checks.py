from datetime import UTC, date, datetime, timedelta

import pytest

from apps.accounts.models import Role, User
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.remind_checks import remind_checks
from apps.casework.team.declare_absence import declare_absence
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    acted,
    ended,
    handler,
    qualified_incident,
    supervisor,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
TUESDAY = MONDAY_MORNING + timedelta(days=1)


@pytest.fixture
def incident() -> Incident:
    return qualified_incident()


def told(user: User) -> int:
    return Letter.objects.filter(kind="act_unchecked", recipient=user).count()


def test_an_unchecked_act_climbs_one_step_each_working_day_and_once(incident) -> None:
    karim, legal = supervisor(), UserFactory(role=Role.LEGAL_LEAD)
    act = acted(incident.reviews.get())
    steps = []
    for days in (0, 1, 1, 2, 3):
        remind_checks(at=MONDAY_MORNING + timedelta(days=days))
        steps.append((told(karim), told(legal)))
    assert steps == [(0, 0), (1, 0), (1, 0), (1, 1), (1, 1)]
    letter = Letter.objects.get(kind="act_unchecked", recipient=karim)
    assert letter.data == {"act": act.pk, "act_by": "2027-02-01", "review": 1}


def test_a_week_end_is_not_a_working_day() -> None:
    karim, friday = supervisor(), datetime(2026, 11, 27, 9, tzinfo=UTC)
    acted(qualified_incident(at=friday).reviews.get(), at=friday)
    remind_checks(at=friday + timedelta(days=2))
    assert told(karim) == 0
    remind_checks(at=friday + timedelta(days=3))
    assert told(karim) == 1


def test_what_waits_for_nobody_is_reminded_to_nobody(incident) -> None:
    karim, review = supervisor(), incident.reviews.get()
    check_act(acted(review), by=karim, at=MONDAY_MORNING)
    acted(review, "CONSTAT")
    acted(review, "CITATION_DIRECTE", is_regular=False)
    acted(review, "ASSIGNATION_REFERE")
    acted(review, "ASSIGNATION_REFERE", is_regular=False)
    assert remind_checks(at=TUESDAY) == 0
    assert told(karim) == 0


def test_an_act_corrected_meanwhile_waits_from_then_on(incident) -> None:
    karim = supervisor()
    acted(incident.reviews.get())
    acted(incident.reviews.get(), done_by="Me Blanc", at=TUESDAY)
    assert remind_checks(at=TUESDAY) == 0
    assert remind_checks(at=TUESDAY + timedelta(days=1)) == 1
    assert told(karim) == 1


def test_a_closed_file_is_left_in_peace(incident) -> None:
    supervisor()
    acted(incident.reviews.get())
    ended(incident)
    assert remind_checks(at=TUESDAY) == 0


def test_who_recorded_it_is_not_asked_and_who_stands_in_is(incident) -> None:
    karim, nadia, colleague = supervisor(), supervisor(), handler()
    declare_absence(
        nadia,
        substitute=colleague,
        starts_on=date(2026, 11, 23),
        ends_on=date(2026, 11, 30),
        by=nadia,
        at=MONDAY_MORNING,
    )
    acted(incident.reviews.get(), by=karim)
    remind_checks(at=TUESDAY)
    assert [told(person) for person in (karim, nadia, colleague)] == [0, 1, 1]


def test_an_act_waits_for_somebody_to_climb_to(incident) -> None:
    acted(incident.reviews.get())
    assert remind_checks(at=TUESDAY) == 0
    karim = supervisor()
    assert remind_checks(at=TUESDAY + timedelta(hours=1)) == 1
    assert told(karim) == 1
