"""A second opinion on the calendar, sharing no code with the application nor its libraries."""

from datetime import date, timedelta

FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
ABOLITION = {
    "971": ((5, 27),),
    "972": ((5, 22),),
    "973": ((6, 10),),
    "974": ((12, 20),),
    "976": ((4, 27),),
    "977": ((10, 9),),
    "978": ((5, 27), (5, 28)),
}
ALSACE_MOSELLE = ("57", "67", "68")
TERRITORIES = (
    *("75", "2A", "2B", "13"),
    *ALSACE_MOSELLE,
    *ABOLITION,
    *("975", "986", "987", "988"),
)


def easter(year: int) -> date:
    """Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def public_holidays(territory: str, year: int) -> set[date]:
    """The list of legal.md §4.5, with Saint-Martin as §18.4 wants it, for years after 2012."""
    sunday = easter(year)
    days = {date(year, month, day) for month, day in FIXED}
    days |= {sunday + timedelta(days=n) for n in (1, 39, 50)}
    if territory in ALSACE_MOSELLE:
        days |= {sunday - timedelta(days=2), date(year, 12, 26)}
    return days | {date(year, month, day) for month, day in ABOLITION.get(territory, ())}


def months_later(start: date, months: int) -> date:
    """The same day number `months` later, found by trying days backwards until one exists."""
    year, month = start.year + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1
    for day in range(start.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def latest_open_day(day: date, territory: str, *, closed_weekdays: tuple[int, ...]) -> date:
    """The last day, not after `day`, that is neither one of these weekdays nor a holiday."""
    while day.weekday() in closed_weekdays or day in public_holidays(territory, day.year):
        day -= timedelta(days=1)
    return day
