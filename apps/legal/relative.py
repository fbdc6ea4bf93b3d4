"""Read the relative dates that platforms print: « il y a 2 mois », "edited 3 weeks ago"."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Span = tuple[date, date]


def read_relative(text: str, *, seen_on: date) -> Span | None:
    """Return the earliest and the latest day that `text`, seen on `seen_on`, can mean.

    Platforms do not say how they round: the span always covers the widest reading, and a day
    that a month does not have is replaced by its last one. `None` when the words cannot be
    read or lead out of the calendar.
    """
    match = PHRASE.fullmatch(_simplified(text))
    if match is None:
        return None
    try:
        if match["day"]:
            return _days_ago(seen_on, *NAMED_DAYS[match["day"]])
        number = NUMBERS.get(match["number"]) or int(match["number"])
        return SPANS[UNITS[match["unit"]]](seen_on, number)
    except (OverflowError, ValueError):
        return None


def dates_an_edit(text: str) -> bool:
    """Tell whether the words date an edit, which came after the first posting."""
    match = PHRASE.fullmatch(_simplified(text))
    return match is not None and bool(match["edited"] or match["edited_after"])


def _simplified(text: str) -> str:
    """Lower case, without accents, typographic apostrophes, unusual spaces or a final stop."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.split()).rstrip(" .")


def _days_ago(day: date, most: int, least: int) -> Span:
    return day - timedelta(days=most), day - timedelta(days=least)


def _parts_of_days(per_day: int) -> Callable[[date, int], Span]:
    return lambda day, n: _days_ago(day, 1 + n // per_day, n // per_day)


def _days(day: date, n: int) -> Span:
    return _days_ago(day, n + 1, n)


def _weeks(day: date, n: int) -> Span:
    return _days_ago(day, 7 * n + 6, 7 * n)


def _months(day: date, n: int) -> Span:
    latest = day - relativedelta(months=n)
    calendar_month = day - relativedelta(months=n + 1) + timedelta(days=1)
    return min(calendar_month, latest - timedelta(days=30)), latest


def _years(day: date, n: int) -> Span:
    earliest = day - relativedelta(years=n + 1) + timedelta(days=1)
    return earliest, day - relativedelta(years=n)


SPANS: Mapping[str, Callable[[date, int], Span]] = {
    "second": _parts_of_days(24 * 60 * 60),
    "minute": _parts_of_days(24 * 60),
    "hour": _parts_of_days(24),
    "day": _days,
    "week": _weeks,
    "month": _months,
    "year": _years,
}
# What platforms print for each unit, without accents. A bare « m » (minute or month) and a
# bare « s » (second or week) are left out: a wrong guess would lose months.
ABBREVIATIONS = {
    "second": "seconde secondes second seconds sec secs",
    "minute": "minute minutes min mins mn",
    "hour": "heure heures hour hours h hr hrs",
    "day": "jour jours day days j d",
    "week": "semaine semaines week weeks sem w wk wks",
    "month": "mois month months mo mos",
    "year": "an ans annee annees year years y yr yrs",
}
UNITS = {word: unit for unit, words in ABBREVIATIONS.items() for word in words.split()}
NUMBERS = {
    word: number
    for words in (
        "un deux trois quatre cinq six sept huit neuf dix onze douze",
        "one two three four five six seven eight nine ten eleven twelve",
        "une",
        "an",
        "a",
    )
    for number, word in enumerate(words.split(), start=1)
}
# Days before the day of reading, most then least; « à l'instant » may straddle midnight.
NAMED_DAYS = {
    "a l'instant": (1, 0),
    "just now": (1, 0),
    "aujourd'hui": (0, 0),
    "today": (0, 0),
    "hier": (1, 1),
    "yesterday": (1, 1),
    "avant-hier": (2, 2),
    "avant hier": (2, 2),
}
PHRASE = re.compile(
    rf"""
    (?:(?:(?P<edited>modifiee?|editee?|edited|updated)|publiee?|posted)\ ?:?\ )?
    (?:
        (?P<day>{"|".join(re.escape(name) for name in NAMED_DAYS)})
      | (?:il\ y\ a\ )?
        (?P<number>[0-9]{{1,6}}|{"|".join(NUMBERS)})\ ?
        (?P<unit>{"|".join(UNITS)})\.?
        (?:\ ago)?
    )
    (?P<edited_after>\ ?\(?(?:modifiee?|editee?|edited|updated)\)?)?
    """,
    re.VERBOSE,
)
