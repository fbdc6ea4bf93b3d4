"""What sites print is written by programs: none of theirs makes a window begin after the true day.

That is the fatal side: the term would be said to end after it did. Each site below is a few lines
of what sites and their libraries run, with the roundings seen there. Clocks are those of winter all
year long: what a change of hour does to one reading in thousands is not provided for.
"""

import math
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from apps.legal.mentions import read_mention
from apps.legal.territories import PARIS, territory

DRAWS = 60_000
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
MONTH, YEAR = timedelta(days=30), timedelta(days=365)
UNITS = {"heures": HOUR, "jours": DAY, "semaines": WEEK, "mois": MONTH, "ans": YEAR}

# What a site prints of a text posted at a moment and seen at another, in its own civil time.
Site = Callable[[datetime, datetime], str]


def nearest(number: float) -> int:
    return math.floor(number + 0.5)


def elapsed(unit: str, rounding: Callable[[float], int]) -> Site:
    """Seconds divided by those of a unit: the snippet found everywhere."""
    return lambda posted, seen: f"il y a {rounding((seen - posted) / UNITS[unit])} {unit}"


def days_apart(unit: str, rounding: Callable[[float], int]) -> Site:
    """Civil days from one date to the other, then whole units."""

    def printed(posted: datetime, seen: datetime) -> str:
        days = seen.date() - posted.date()
        return f"{rounding(days / UNITS[unit])} {unit}"

    return printed


def calendar(unit: str, rounding: Callable[[float], int]) -> Site:
    """Months and years of the calendar, as `DateTime::diff`, Joda or dateutil count them."""

    def printed(posted: datetime, seen: datetime) -> str:
        apart = relativedelta(seen, posted)
        months = apart.years * 12 + apart.months + (apart.days * 24 + apart.hours) / (24 * 31)
        return f"{rounding(months if unit == 'mois' else months / 12)} {unit}"

    return printed


def numbers_apart(unit: str) -> Site:
    """The number of the month, or the year, less the other: the days are not looked at."""

    def printed(posted: datetime, seen: datetime) -> str:
        years = seen.year - posted.year
        return f"{years if unit == 'ans' else years * 12 + seen.month - posted.month} {unit}"

    return printed


def in_words(posted: datetime, seen: datetime) -> str:
    """`distance_of_time_in_words` of Rails and `formatDistance` of date-fns."""
    hours, days = (seen - posted) / HOUR, (seen - posted) / DAY
    if hours < 23.5:
        return f"environ {max(1, nearest(hours))} heures"
    if days < 29.5:
        return f"il y a {max(1, nearest(days))} jours"
    if days < 59.5:
        return f"about {nearest(days / 30)} months ago"
    if days < 365:
        return f"il y a {nearest(days / 30)} mois"
    years, rest = divmod(days, 365)
    if rest < 365 / 4:
        return f"il y a environ {years:.0f} ans"
    if rest < 365 * 3 / 4:
        return f"over {years:.0f} years ago"
    return f"il y a presque {years + 1:.0f} ans"


def named(posted: datetime, seen: datetime) -> str:
    """`Intl.RelativeTimeFormat`, with its words for one day, week, month or year ago."""
    days = (seen.date() - posted.date()).days
    if days < 2:
        return ("aujourd’hui", "hier")[days]
    if days < 7:
        return f"il y a {days} jours"
    for unit, length, last in (
        ("semaines", 7, "la semaine dernière"),
        ("mois", 30, "le mois dernier"),
        ("ans", 365, "l’année dernière"),
    ):
        number = nearest(days / length)
        if number == 1:
            return last
        if number < {"semaines": 4, "mois": 12, "ans": 99}[unit]:
            return f"il y a {number} {unit}"
    raise AssertionError(days)


ROUNDINGS = (math.floor, nearest, math.ceil)
SITES: tuple[Site, ...] = (
    *(elapsed(unit, rounding) for unit in UNITS for rounding in ROUNDINGS),
    *(days_apart(unit, rounding) for unit in list(UNITS)[1:] for rounding in ROUNDINGS),
    *(calendar(unit, rounding) for unit in ("mois", "ans") for rounding in ROUNDINGS),
    *(numbers_apart("mois"), numbers_apart("ans"), in_words, named),
)


def drawn(chance: random.Random) -> tuple[datetime, datetime]:
    """When a text was posted and seen: from one minute to six years apart, all scales alike."""
    seen = datetime(2020, 1, 1, tzinfo=UTC) + chance.random() * 15 * YEAR
    ago = timedelta(minutes=math.exp(chance.uniform(0, math.log(6 * YEAR / MINUTE))))
    return seen - ago, seen


def test_no_window_begins_after_the_true_day() -> None:
    chance = random.Random(1881)
    for draw in range(DRAWS):
        posted, seen = drawn(chance)
        printed = SITES[draw % len(SITES)](posted, seen)

        first = read_mention(printed, seen_on=seen.date()).first

        assert first.earliest is not None
        assert first.earliest <= posted.date(), (printed, posted, seen)
        assert first.latest is not None
        assert first.latest <= seen.date()


@pytest.mark.parametrize("code", ["971", "973", "974", "975", "976", "986", "987", "988"])
def test_overseas_no_window_begins_after_the_earlier_of_the_two_civil_days(code: str) -> None:
    """The site and the person may each follow the clock of Paris or that of the place."""
    chance = random.Random(1881)
    clocks = (PARIS, territory(code).zone)
    for _ in range(2_000):
        seen = datetime(2026, 12, 15, tzinfo=UTC) + chance.random() * 60 * DAY
        posted = seen - chance.random() * 20 * DAY
        of_site, of_reader = chance.choice(clocks), chance.choice(clocks)
        apart = seen.astimezone(of_site).date() - posted.astimezone(of_site).date()
        printed = chance.choice(
            [
                f"il y a {(seen - posted) // HOUR} h",
                f"il y a {(seen - posted) // DAY} jours",
                ("aujourd’hui", "hier", "avant-hier")[apart.days]
                if apart.days < 3
                else f"{apart.days} j",
            ]
        )

        first = read_mention(
            printed, seen_on=seen.astimezone(of_reader).date(), territory=code
        ).first

        true_day = min(posted.astimezone(clock).date() for clock in clocks)
        assert first.earliest is not None
        assert first.earliest <= true_day, (printed, posted, seen, of_site, of_reader)
