from datetime import UTC, date, datetime, timedelta

import pytest

from apps.casework.deadlines.weekly_board import weekly_board
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import declared_review, handler, qualified_incident, supervisor

pytestmark = pytest.mark.django_db
MONDAY_AT_EIGHT = datetime(2026, 11, 23, 7, tzinfo=UTC)  # 8:00 in Paris
FIGURES = {
    "week": 0,
    "three_weeks": 0,
    "without_lawyer": 0,
    "unacknowledged": 0,
    "undated": 0,
    "passed": 0,
}


def test_it_leaves_on_monday_at_eight_and_not_before() -> None:
    supervisor()
    assert weekly_board(at=MONDAY_AT_EIGHT - timedelta(minutes=1)) == 0
    assert weekly_board(at=MONDAY_AT_EIGHT) == 1


def test_each_supervisor_gets_one_a_week_and_nobody_else() -> None:
    told = {supervisor(), supervisor()}
    handler()
    supervisor(is_active=False)
    for hours in (0, 1, 25, 24 * 7, 24 * 7 + 2):
        weekly_board(at=MONDAY_AT_EIGHT + timedelta(hours=hours))
    assert {letter.recipient for letter in Letter.objects.all()} == told
    assert Letter.objects.count() == 4


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        (datetime(2026, 11, 24, 9, tzinfo=UTC), 1),  # nothing ran on Monday
        (datetime(2026, 11, 28, 9, tzinfo=UTC), 0),  # Saturday: Monday's is near
        (datetime(2027, 3, 29, 9, tzinfo=UTC), 0),  # Easter Monday
        (datetime(2027, 3, 30, 9, tzinfo=UTC), 1),  # the day after
        (datetime(2026, 11, 23, 19, 30, tzinfo=UTC), 0),  # Monday evening
    ],
)
def test_a_monday_without_office_is_made_up_for(moment: datetime, left: int) -> None:
    supervisor()
    assert weekly_board(at=moment) == left


def test_it_bears_figures_and_nothing_else() -> None:
    supervisor()
    for day in (date(2026, 8, 31), date(2026, 9, 8), date(2026, 8, 1), None):
        window = Window.on_day(day) if day else Window.unknown()
        qualified_incident(reviews=[declared_review(window=window)])
    weekly_board(at=MONDAY_AT_EIGHT)
    assert Letter.objects.get(kind="weekly_board").data == FIGURES | {
        "week": 1,
        "three_weeks": 2,
        "without_lawyer": 1,
        "undated": 1,
        "passed": 1,
    }


def test_a_week_with_nothing_due_is_told_too() -> None:
    supervisor()
    weekly_board(at=MONDAY_AT_EIGHT)
    assert Letter.objects.get().data == FIGURES
