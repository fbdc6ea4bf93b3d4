from datetime import UTC, datetime

import pytest

from apps.casework.letters.quiet_hours import next_office_moment, working_days_before


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2026-11-23T08:30", "2026-11-23T08:30"),  # a Monday morning in Paris
        ("2026-11-23T19:00", "2026-11-24T07:00"),  # 20:00 in Paris: the next morning
        ("2026-11-24T05:00", "2026-11-24T07:00"),  # 6:00 in Paris: the same morning
        ("2026-11-28T10:00", "2026-11-30T07:00"),  # Saturday: Monday
        ("2026-11-11T10:00", "2026-11-12T07:00"),  # Armistice
        ("2027-03-26T19:30", "2027-03-30T06:00"),  # the clocks change; Easter Monday is off
    ],
)
def test_a_letter_waits_for_office_hours(at: str, moment: str) -> None:
    assert next_office_moment(utc(at)) == utc(moment)


def test_working_days_are_counted_back_over_a_week_end() -> None:
    monday = utc("2026-11-23T09:00")
    assert working_days_before(monday, 1) == utc("2026-11-20T09:00")
    assert working_days_before(monday, 2) == utc("2026-11-19T09:00")
