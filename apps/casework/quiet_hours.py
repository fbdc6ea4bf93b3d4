"""When a letter may reach somebody of the insurer: working days, from 8:00 to 20:00 in Paris."""

from datetime import datetime, time, timedelta

from django.utils.timezone import get_default_timezone, localtime

from apps.legal.territories import territory

OPENS, CLOSES = time(8), time(20)
METROPOLITAN_FRANCE = territory("75")


def next_office_moment(at: datetime) -> datetime:
    """`at` itself during office hours, else the next working day's 8:00 in Paris."""
    local = localtime(at)
    day = local.date()
    if METROPOLITAN_FRANCE.is_business_day(day):
        if OPENS <= local.time() < CLOSES:
            return at
        if local.time() < OPENS:
            return datetime.combine(day, OPENS, tzinfo=get_default_timezone())
    day += timedelta(days=1)
    while not METROPOLITAN_FRANCE.is_business_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, OPENS, tzinfo=get_default_timezone())


def working_days_before(at: datetime, days: int) -> datetime:
    """The same hour in Paris, that many working days earlier."""
    day, local = localtime(at).date(), localtime(at)
    for _ in range(days):
        day = METROPOLITAN_FRANCE.last_business_day(day - timedelta(days=1))
    return datetime.combine(day, local.time(), tzinfo=get_default_timezone())
