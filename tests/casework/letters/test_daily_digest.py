from datetime import UTC, date, datetime, timedelta

import pytest

from apps.casework.correspondence.write_message import write_message
from apps.casework.letters.daily_digest import daily_digest
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    declared_review,
    handler,
    qualified_incident,
    supervisor,
)

pytestmark = pytest.mark.django_db
EIGHT = datetime(2026, 11, 23, 7, tzinfo=UTC)  # 8:00 in Paris


def test_it_says_what_the_day_holds_once_and_only_to_whom_it_concerns() -> None:
    sofia = handler()
    supervisor()
    near = [declared_review(window=Window.on_day(date(2026, 9, 10)))]
    incident = qualified_incident(sofia, reviews=near)
    write_message(incident, body="?", by=incident.practitioner.user, at=MONDAY_MORNING)
    declared_incident()
    assert daily_digest(at=EIGHT) == 1
    assert daily_digest(at=EIGHT + timedelta(hours=3)) == 0
    letter = Letter.objects.get(kind="daily_digest")
    assert letter.recipient == sofia
    assert letter.data == {"deadlines": 1, "answers": 1, "new": 1}


def test_nothing_to_say_is_not_said() -> None:
    handler()
    assert daily_digest(at=EIGHT) == 0


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 23, 6, 59, tzinfo=UTC),
        datetime(2026, 11, 22, 9, tzinfo=UTC),  # Sunday
        datetime(2026, 11, 11, 9, tzinfo=UTC),  # Armistice
    ],
)
def test_it_keeps_to_office_hours(moment: datetime) -> None:
    handler()
    declared_incident()
    assert daily_digest(at=moment) == 0


def test_a_new_day_brings_a_new_one() -> None:
    handler()
    declared_incident()
    assert [daily_digest(at=EIGHT + timedelta(days=days)) for days in range(3)] == [1, 1, 1]


@pytest.mark.parametrize(("day", "deadlines"), [(date(2026, 8, 23), 1), (date(2026, 8, 22), 0)])
def test_a_date_is_written_of_until_its_last_legal_day(day: date, deadlines: int) -> None:
    window = Window.on_day(day)
    qualified_incident(reviews=[declared_review(window=window)])
    declared_incident()
    daily_digest(at=EIGHT)
    assert Letter.objects.get(kind="daily_digest").data["deadlines"] == deadlines


def test_an_unknown_date_is_written_of() -> None:
    sofia = handler()
    incident = qualified_incident(sofia, reviews=[declared_review(window=Window.unknown())])
    Incident.objects.filter(pk=incident.pk).update(waiting_on=WaitingOn.PARTNER)
    assert daily_digest(at=EIGHT) == 1
    assert Letter.objects.get(kind="daily_digest").data["deadlines"] == 1
