"""When the insurer's people can be reached and work: working days in Paris, 8:00 to 20:00 for
letters, 9:00 to 18:00 for promises made to practitioners."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_default_timezone, localtime

from apps.legal.territories import territory

DAY_AND_NIGHT_FROM = 3  # days before `act_by` from which a letter waits for no office hour
OPENS, CLOSES = time(8), time(20)
DESK_OPENS, DESK_CLOSES = time(9), time(18)
METROPOLITAN_FRANCE = territory("75")


def next_office_moment(at: datetime) -> datetime:
    """`at` itself during office hours, else the next working day's 8:00 in Paris."""
    local = localtime(at)
    if not _works(local.date()) or local.time() >= CLOSES:
        return _at(_next_working_day(local.date()), OPENS)
    return at if local.time() >= OPENS else _at(local.date(), OPENS)


def working_days_before(at: datetime, days: int) -> datetime:
    """The moment that many working days earlier; a week-end counts as the Monday's midnight."""
    local = localtime(at)
    day, clock = local.date(), local.time()
    if not _works(day):
        day, clock = _next_working_day(day), time.min
    for _ in range(days):
        day = METROPOLITAN_FRANCE.last_business_day(day - timedelta(days=1))
    return _at(day, clock)


def working_hours_after(at: datetime, hours: int) -> datetime:
    """The moment by which the desk has worked that many hours: the rest goes to the next day."""
    local, left = localtime(at), timedelta(hours=hours)
    day = local.date() if _works(local.date()) else _next_working_day(local.date())
    start = max(localtime(at), _at(day, DESK_OPENS))
    while (free := max(_at(day, DESK_CLOSES) - start, timedelta())) < left:
        left -= free
        day = _next_working_day(day)
        start = _at(day, DESK_OPENS)
    return start + left


def noon_of_next_working_day(at: datetime) -> datetime:
    """Noon in Paris of the working day that follows the civil day of `at`."""
    return _at(_next_working_day(localtime(at).date()), time(12))


def _works(day: date) -> bool:
    return METROPOLITAN_FRANCE.is_business_day(day)


def _next_working_day(day: date) -> date:
    day += timedelta(days=1)
    return day if _works(day) else _next_working_day(day)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=get_default_timezone())
