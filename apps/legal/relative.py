"""Read the elapsed times that sites print: « il y a 2 mois », "3w", « la semaine dernière »."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Span = tuple[date, date]


def read_relative(words: str, *, seen_on: date, doubt: timedelta = timedelta(0)) -> Span | None:
    """Return the earliest and the latest day that plain `words`, seen on `seen_on`, can mean.

    Platforms do not say how they round: the span covers the widest reading (legal.md §18.3), and
    a day that a month does not have is replaced by its last one. `doubt` is by how much `seen_on`
    may be late. `None` when the words cannot be read or lead out of the calendar.
    """
    match = PHRASE.fullmatch(words)
    if match is None:
        return None
    try:
        earliest, latest = _span(match, seen_on)
        return earliest - doubt, latest
    except (OverflowError, ValueError):
        return None


def has_two_meanings(words: str) -> tuple[str, str] | None:
    """The two units that a bare « m » or « s » may stand for: a wrong guess would lose months."""
    match = BARE_LETTER.fullmatch(words)
    return match and BARE_LETTERS[match["letter"]]


def _span(match: re.Match[str], seen_on: date) -> Span:
    if match["day"]:
        return _days_ago(seen_on, *NAMED_DAYS[match["day"]])
    if last := match["last"] or match["last_in_english"]:
        return LAST[UNITS[last]](seen_on)
    span_of = SPANS[UNITS[match["unit"]]]
    number, older, younger = _counted(match)
    for words in (match["approximately"], match["or_so"]):
        more, less = APPROXIMATIONS[words] if words else (0, 0)
        older, younger = older + more, younger + less
    return span_of(seen_on, number + older)[0], span_of(seen_on, max(0, number - younger))[1]


def _counted(match: re.Match[str]) -> tuple[int, int, int]:
    """How many units, and how many more and fewer it may be.

    « une quinzaine de jours » counts nobody's days: half of it more or less covers two weeks
    that a site would have rounded down. So do « huit jours » and « quinze jours », for a week and
    for two, when they are written in letters.
    """
    if match["dozen"]:
        number = DOZENS[match["dozen"]]
        return number, number // 2, number // 2
    word = match["number"]
    number = NUMBERS.get(word) or int(word)
    around = number // 2 if word in IDIOMS and UNITS[match["unit"]] == "day" else 0
    return number, around, around


def _days_ago(day: date, most: int, least: int) -> Span:
    return day - timedelta(days=most), day - timedelta(days=least)


def _parts_of_days(per_day: int) -> Callable[[date, int], Span]:
    return lambda day, n: _days_ago(day, 1 + n // per_day, n // per_day)


def _days(day: date, n: int) -> Span:
    return _days_ago(day, n + 1, n)


def _weeks(day: date, n: int) -> Span:
    """A floored « n weeks » can hide 7n + 6 days and some hours."""
    return _days_ago(day, 7 * n + 7, 7 * n)


def _months(day: date, n: int) -> Span:
    """Months of the calendar, or of thirty days."""
    latest = day - relativedelta(months=n)
    earliest = min(
        day - relativedelta(months=n + 1),
        latest - timedelta(days=31),
        day - timedelta(days=30 * (n + 1)),
    )
    return earliest, latest


def _years(day: date, n: int) -> Span:
    return day - relativedelta(years=n + 1), day - relativedelta(years=n)


def _last_week(day: date) -> Span:
    """The week of the calendar before this one, whatever its first day, or a week ago."""
    return _weeks(day, 1)[0], day - timedelta(days=1)


def _last_month(day: date) -> Span:
    """The month of the calendar before this one, or a month ago."""
    return _months(day, 1)[0], day.replace(day=1) - timedelta(days=1)


def _last_year(day: date) -> Span:
    """The year of the calendar before this one, or a year ago."""
    return _years(day, 1)[0], day.replace(month=1, day=1) - timedelta(days=1)


SPANS: Mapping[str, Callable[[date, int], Span]] = {
    "second": _parts_of_days(24 * 60 * 60),
    "minute": _parts_of_days(24 * 60),
    "hour": _parts_of_days(24),
    "day": _days,
    "week": _weeks,
    "month": _months,
    "year": _years,
}
LAST: Mapping[str, Callable[[date], Span]] = {
    "week": _last_week,
    "month": _last_month,
    "year": _last_year,
}
# What sites and telephones print for each unit, without accents nor stops.
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
BARE_LETTERS = {"m": ("minutes", "mois"), "s": ("secondes", "semaines")}
NUMBERS = {
    word: number
    for words in (
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        "one two three four five six seven eight nine ten eleven twelve",
        "une",
        "an",
        "a",
    )
    for number, word in enumerate(words.split(), start=1)
}
IDIOMS = ("huit", "quinze")
DOZENS = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
}
BOTH_SIDES, OLDER, YOUNGER = (1, 1), (1, 0), (0, 1)
# Each opens one whole unit: on the older side, on the younger one, or on both.
APPROXIMATIONS = {
    word: sides
    for sides, words in {
        BOTH_SIDES: (
            *("environ", "a peu pres", "pres de", "pres d'"),
            *("about", "around", "approximately", "or so"),
        ),
        OLDER: ("plus de", "plus d'", "over", "more than"),
        YOUNGER: ("presque", "moins de", "moins d'", "almost", "nearly", "less than"),
    }.items()
    for word in words
}
# Days before the day of reading, most then least; « à l'instant » may straddle midnight.
NAMED_DAYS = {
    "a l'instant": (1, 0),
    "il y a un instant": (1, 0),
    "il y a quelques instants": (1, 0),
    "il y a quelques secondes": (1, 0),
    "il y a quelques minutes": (1, 0),
    "just now": (1, 0),
    "a few seconds ago": (1, 0),
    "a few minutes ago": (1, 0),
    "aujourd'hui": (0, 0),
    "today": (0, 0),
    "hier": (1, 1),
    "yesterday": (1, 1),
    "avant-hier": (2, 2),
    "avant hier": (2, 2),
}
# « à 14h22 », "at 2:22 PM": the hour that may follow a day.
TIME = (
    r"(?:\ (?:(?:a|at|vers)\ )?"
    r"[0-9]{1,2}(?:\ ?[h:]\ ?(?:[0-9]{2})?(?::[0-9]{2})?(?:\ ?[ap]\ ?m)?|\ ?[ap]\ ?m))?"
)
_ONE_OF = "|".join
PHRASE = re.compile(
    rf"""
    (?P<day>{_ONE_OF(re.escape(name) for name in NAMED_DAYS)}){TIME}
  | (?:la\ |le\ |l')?(?P<last>semaine|mois|an|annee)\ (?:derniere?|passee?)
  | last\ (?P<last_in_english>week|month|year)
  | (?:(?:il\ ?)?y\ ?a\ |voici\ |voila\ )?
    (?:(?P<approximately>{_ONE_OF(re.escape(word) for word in APPROXIMATIONS)})\ ?)?
    (?:(?:une?|la)\ (?P<dozen>{_ONE_OF(DOZENS)})\ (?:de\ |d')
     | (?P<number>[0-9]{{1,6}}|{_ONE_OF(NUMBERS)})\ ?(?:and\ a\ half\ )?)
    (?P<unit>{_ONE_OF(UNITS)})
    (?:\ et\ demie?|\ and\ a\ half)?  # between n units and n + 1, which the span covers
    (?:\ (?P<or_so>environ|a\ peu\ pres|or\ so))?
    (?:\ ago)?
    """,
    re.VERBOSE,
)
BARE_LETTER = re.compile(r"(?:(?:il ?)?y ?a )?[0-9]+ ?(?P<letter>[ms])(?: ago)?")
