"""The arithmetic, against an independent formula and for every day of sixteen years."""

from datetime import date, timedelta

import pytest

from apps.legal.limitation import compute
from apps.legal.rules import RULES, Rule, rule
from apps.legal.terms import last_day
from apps.legal.territories import territory
from apps.legal.windows import Window

from .independent_calendar import (
    TERRITORIES,
    latest_open_day,
    months_later,
    public_holidays,
)

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2035, 12, 31)
EVERY_DAY = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
SATURDAY_AND_SUNDAY, SUNDAY = (5, 6), (6,)


def calendar_rules() -> list[Rule]:
    return [row for row in RULES if row.months or row.years]


@pytest.mark.parametrize("row", calendar_rules(), ids=lambda row: row.version)
def test_months_and_years_agree_with_an_independent_formula_every_day(row: Rule) -> None:
    paris = territory("75")
    for start in EVERY_DAY:
        expected = months_later(start, row.months + 12 * row.years)
        if row.code == "CIVIL_5Y":
            expected -= timedelta(days=1)
        assert last_day(row, start, paris) == expected


@pytest.mark.parametrize("code", TERRITORIES)
def test_the_four_dates_agree_with_an_independent_calendar_every_day(code: str) -> None:
    for start in EVERY_DAY[:: 1 if code == "75" else 5]:
        result = compute(rule("PRESS_3M"), Window.on_day(start), territory=code)
        end = months_later(start, 3)
        prudent = end - timedelta(days=1)

        assert result.legal_last_day == end
        assert result.prudent_day == prudent
        assert result.act_by == latest_open_day(prudent, code, closed_weekdays=SATURDAY_AND_SUNDAY)
        assert result.last_service_day == latest_open_day(end, code, closed_weekdays=SUNDAY)


@pytest.mark.parametrize("row", [row for row in RULES if row.days], ids=lambda row: row.code)
def test_a_term_in_days_runs_from_the_next_day(row: Rule) -> None:
    start = date(2026, 4, 3)

    assert last_day(row, start, territory("75")) == start + timedelta(days=row.days)


def test_a_term_in_business_days_skips_week_ends_and_holidays() -> None:
    # Friday 3 April 2026; Easter Monday is the 6th.
    received = date(2026, 4, 3)

    assert last_day(rule("INS_DECLARATION"), received, territory("75")) == date(2026, 4, 13)


def test_a_term_in_open_days_counts_saturdays_and_skips_sundays_and_holidays() -> None:
    # Friday 3 April 2026: Saturday counts, Easter Monday does not.
    sent = date(2026, 4, 3)

    assert last_day(rule("COMPLAINT_ACK"), sent, territory("75")) == date(2026, 4, 16)


def test_a_term_in_business_days_follows_the_holidays_of_the_territory() -> None:
    # Good Friday, 3 April 2026, is a holiday in Alsace-Moselle alone.
    received = date(2026, 3, 27)

    assert last_day(rule("INS_DECLARATION"), received, territory("75")) == date(2026, 4, 3)
    assert last_day(rule("INS_DECLARATION"), received, territory("67")) == date(2026, 4, 7)


def test_the_last_days_of_november_collide_on_the_end_of_february() -> None:
    ends = {
        last_day(rule("PRESS_3M"), date(2025, 11, day), territory("75")) for day in (28, 29, 30)
    }

    assert ends == {date(2026, 2, 28)}


def test_the_second_opinion_knows_easter() -> None:
    assert date(2026, 4, 6) in public_holidays("75", 2026)
    assert date(2027, 3, 29) in public_holidays("75", 2027)
