from datetime import date

import pytest

from apps.casework.deadlines.add_publication import add_publication
from apps.casework.letters.time_left import TimeLeft, time_left
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from tests.factories import MONDAY_MORNING, acted, declared_review, qualified_incident

pytestmark = pytest.mark.django_db
TODAY = MONDAY_MORNING.date()
MAY_BE_OVER = Window.between(date(2026, 8, 20), date(2026, 11, 10))


def left(*windows: Window) -> TimeLeft:
    """Of a content put on line in each of these windows."""
    first, *later = windows
    incident = qualified_incident(reviews=[declared_review(window=first)])
    review = incident.reviews.get()
    for window in later:
        add_publication(
            review,
            kind=PublicationKind.REPOST,
            window=window,
            reason="Capture.",
            by=incident.handler,
            at=MONDAY_MORNING,
        )
    return time_left(review.deadlines.open(), today=TODAY)


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([Window.on_day(date(2026, 11, 2))], TimeLeft(date(2027, 2, 1), None)),
        # The day to act by has passed, the last legal one has not.
        ([Window.on_day(date(2026, 8, 23))], TimeLeft(date(2026, 11, 23), None)),
        ([Window.on_day(date(2026, 8, 22))], TimeLeft(None, None)),
        ([MAY_BE_OVER], TimeLeft(None, date(2027, 2, 10))),
        ([Window.unknown()], TimeLeft(None, None)),
        (
            [Window.on_day(date(2026, 8, 1)), Window.on_day(date(2026, 11, 2))],
            TimeLeft(date(2027, 2, 1), None),
        ),
        ([MAY_BE_OVER, Window.on_day(date(2026, 11, 2))], TimeLeft(date(2027, 2, 1), None)),
    ],
    ids=["running", "last day", "over", "may be over", "unknown", "one over", "one sure"],
)
def test_the_nearest_sure_day_is_told_else_the_last_possible_one(
    windows: list[Window], expected: TimeLeft
) -> None:
    assert left(*windows) == expected


def test_an_act_that_nobody_has_checked_gives_no_sure_day() -> None:
    window = Window.on_day(date(2026, 8, 20))
    review = qualified_incident(reviews=[declared_review(window=window)]).reviews.get()
    acted(review, done_on=date(2026, 11, 19))
    assert time_left(review.deadlines.open(), today=TODAY) == TimeLeft(None, date(2027, 2, 19))
