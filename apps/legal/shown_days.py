"""Read the days and the months that sites print: « 3 mars 2026 », "March 3", « 03/03/2026 »."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from .relative import TIME, Span
from .unreadable import UnreadableDate
from .wording import full_date, quoted


def read_day(words: str, *, seen_on: date) -> Span | None:
    """Return the first and the last day that plain `words` name; `None` when they name none.

    `seen_on` is the day when somebody read them: a text is not there before it is put on line.
    Raises `UnreadableDate` for a day that does not exist, is said without its year, or may be
    read in two ways.
    """
    for shape in IN_LETTERS:
        if match := shape.fullmatch(words):
            return _in_letters(match.groupdict())
    if match := ISO.fullmatch(words):
        return _only_one(_days(*map(int, match.group("year", "month", "day"))))
    if match := IN_FIGURES.fullmatch(words):
        return _in_figures(*map(int, match.group("year", "one", "two")), seen_on=seen_on)
    return None


def _in_letters(said: Mapping[str, str | None]) -> Span:
    month, year = MONTH_NUMBERS[str(said["month"])], int(said["year"] or 0)
    if not year:
        raise UnreadableDate(
            "Il manque l’année à cette date. Ajoutez-la, par exemple "
            f"{quoted('3 mars 2026')} ou {quoted('mars 2026')}."
        )
    if day := said.get("day"):
        return _only_one(_days(year, month, int(day)))
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _in_figures(year: int, one: int, two: int, *, seen_on: date) -> Span:
    """Day then month as in France, month then day as in America: only where one alone is possible.

    It may be the next day already where the site is.
    """
    readings = list(dict.fromkeys(_days(year, two, one) + _days(year, one, two)))
    possible = [day for day in readings if day <= seen_on + timedelta(days=1)]
    if len(possible) > 1:
        first, second = possible
        raise UnreadableDate(
            f"Cette date peut être le {full_date(first)} ou le {full_date(second)}. Choisissez "
            f"{quoted('Le site donne le jour exact')} et indiquez le bon jour."
        )
    return _only_one(possible or readings[:1])


def _days(year: int, month: int, day: int) -> list[date]:
    """That day, or none if there is no such day."""
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def _only_one(days: list[date]) -> Span:
    if not days:
        raise UnreadableDate("Cette date n’existe pas. Vérifiez-la.")
    return days[0], days[0]


# In French and in English, without accents nor stops.
MONTH_NAMES = (
    *("janvier janv jan january", "fevrier fevr fev february feb", "mars mar march"),
    *(
        "avril avr april apr",
        "mai may",
        "juin june jun",
        "juillet juil july jul",
        "aout august aug",
    ),
    *("septembre sept sep september", "octobre oct october", "novembre nov november"),
    "decembre dec december",
)
MONTH_NUMBERS = {
    name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names.split()
}
WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
_LEAD = rf"(?:(?:le|en|on|in) )?(?:(?:{'|'.join(WEEKDAYS.split())}) )?"
_DAY = "(?P<day>[0-9]{1,2})(?:er|st|nd|rd|th)?"
_MONTH = f"(?P<month>{'|'.join(MONTH_NUMBERS)})"
_YEAR = "(?: (?P<year>[0-9]{4}))?"
IN_LETTERS = [
    re.compile(shape + TIME)
    for shape in (
        f"{_LEAD}{_DAY} (?:of )?{_MONTH}{_YEAR}",
        f"{_LEAD}{_MONTH} {_DAY}{_YEAR}",
        f"{_LEAD}{_MONTH}{_YEAR}",
    )
]
ISO = re.compile(
    f"{_LEAD}(?P<year>[0-9]{{4}})[/.-](?P<month>[0-9]{{1,2}})[/.-](?P<day>[0-9]{{1,2}}){TIME}"
)
IN_FIGURES = re.compile(
    f"{_LEAD}(?P<one>[0-9]{{1,2}})[/.-](?P<two>[0-9]{{1,2}})[/.-](?P<year>[0-9]{{4}}){TIME}"
)
