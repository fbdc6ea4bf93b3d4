"""Which day it is, in Paris and where the practitioner works."""

from datetime import UTC, date, datetime

import pytest

from apps.legal.civil_days import todays


@pytest.mark.parametrize(
    ("instant", "territory", "earlier", "later"),
    [
        ("2026-11-30T22:30Z", "75", date(2026, 11, 30), date(2026, 11, 30)),
        ("2026-11-30T23:30Z", "2A", date(2026, 12, 1), date(2026, 12, 1)),
        # Paris is already in December, Tahiti not for hours; La Réunion was first.
        ("2026-12-01T09:59Z", "987", date(2026, 11, 30), date(2026, 12, 1)),
        ("2026-12-01T10:00Z", "987", date(2026, 12, 1), date(2026, 12, 1)),
        ("2026-11-30T20:30Z", "974", date(2026, 11, 30), date(2026, 12, 1)),
        ("2026-11-30T12:59Z", "988", date(2026, 11, 30), date(2026, 11, 30)),
    ],
)
def test_the_earlier_and_the_later_day_of_two_clocks(
    instant: str, territory: str, earlier: date, later: date
) -> None:
    at = datetime.fromisoformat(instant).astimezone(UTC)

    assert todays(at, territory) == (earlier, later)
