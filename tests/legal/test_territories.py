"""Holidays: the statutory ones and no others, territory by territory."""

from datetime import date, timedelta

import holidays
import pytest

from apps.legal.public_holidays import NOT_STATUTORY, public_holidays
from apps.legal.territories import (
    TERRITORIES,
    Territory,
    UnknownTerritory,
    is_business_day,
    is_service_day,
    territory,
)

from . import independent_calendar

YEARS = range(2020, 2051)


@pytest.mark.parametrize("code", independent_calendar.TERRITORIES)
def test_holidays_are_the_statutory_ones_every_year(code: str) -> None:
    place = territory(code)
    for year in YEARS:
        expected = independent_calendar.public_holidays(code, year)
        assert set(public_holidays(place.calendar, year)) == expected


@pytest.mark.parametrize("code", independent_calendar.TERRITORIES)
def test_only_the_listed_customs_of_the_package_are_left_out(code: str) -> None:
    calendar = territory(code).calendar
    for year in YEARS:
        package = holidays.country_holidays("FR", subdiv=calendar, years=year, language="fr")
        left_out = set(package) - set(public_holidays(calendar, year))
        names = {name for day in left_out for name in package.get_list(day)}
        assert names <= NOT_STATUTORY.get(calendar, frozenset())


def test_every_custom_left_out_is_still_in_the_package() -> None:
    """A name that the package changed would silently become a holiday here."""
    for calendar, names in NOT_STATUTORY.items():
        package = holidays.country_holidays("FR", subdiv=calendar, years=YEARS, language="fr")
        assert names <= {name for day in package for name in package.get_list(day)}


def test_whit_monday_counted_even_when_it_was_worked() -> None:
    # Cass. crim. 10 May 2006.
    assert public_holidays(None, 2006)[date(2006, 6, 5)] == "Lundi de Pentecôte"


@pytest.mark.parametrize(
    ("code", "day", "is_holiday"),
    [
        ("67", date(2026, 4, 3), True),
        ("57", date(2026, 12, 26), True),
        ("75", date(2026, 4, 3), False),
        ("971", date(2026, 4, 3), False),  # Good Friday, a custom
        ("971", date(2026, 3, 12), False),  # mid-Lent, a custom
        ("971", date(2026, 7, 21), False),  # Schœlcher, a custom
        ("971", date(2026, 5, 27), True),
        ("972", date(2026, 5, 22), True),
        ("973", date(2026, 6, 10), True),
        ("974", date(2026, 12, 20), True),
        ("976", date(2026, 4, 27), True),
        ("977", date(2026, 10, 9), True),
        ("978", date(2026, 5, 27), True),  # legal.md §18.4: both days are counted
        ("978", date(2026, 5, 28), True),
        ("974", date(2026, 5, 27), False),
    ],
)
def test_local_holidays_hold_where_the_law_says(code: str, day: date, is_holiday: bool) -> None:
    assert (territory(code).holiday(day) is not None) == is_holiday


@pytest.mark.parametrize("place", TERRITORIES.values(), ids=lambda place: place.code)
def test_a_territory_warns_of_its_own_days_that_nobody_has_validated(place: Territory) -> None:
    # legal.md §18.4: Guadeloupe, Martinique and Saint-Martin as 986 to 988 do.
    assert bool(place.caution) == (place.calendar in NOT_STATUTORY)
    assert ("ne sont pas encore validés" in place.caution) == bool(place.caution)


def test_nobody_serves_on_a_sunday_but_one_may_on_a_saturday() -> None:
    saturday = date(2026, 11, 14)

    assert is_service_day(saturday, "75")
    assert not is_business_day(saturday, "75")
    assert not is_service_day(saturday + timedelta(days=1), "75")
    assert is_business_day(saturday + timedelta(days=2), "75")


def test_every_department_and_collectivity_is_known() -> None:
    assert len(TERRITORIES) == 96 + 11
    assert territory("2a").name == "France métropolitaine"
    assert str(territory("974").zone) == "Indian/Reunion"


@pytest.mark.parametrize("code", ["", "0", "00", "1", "20", "96", "99", "979", "FR", "Paris", "٧٥"])
def test_an_unknown_territory_is_refused_in_french(code: str) -> None:
    with pytest.raises(UnknownTerritory, match="Territoire inconnu"):
        territory(code)
