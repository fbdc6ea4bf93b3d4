"""The last day of a term: pure arithmetic on civil days, never moved by a week-end."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .rule_shape import Rule
from .territories import Territory


def last_day(rule: Rule, start: date, place: Territory) -> date:
    """Return the last day, whole until midnight, of the term that `rule` opens on `start`.

    Months and years run *de quantième à quantième* (Cass. crim. 12 Nov 2014, n° 13-84.444);
    a day that the last month does not have is replaced by its last day (art. 641 al. 2 CPC
    by analogy). Only business and open days look at the calendar of the territory.
    """
    if rule.business_days:
        return after_business_days(start, rule.business_days, place)
    if rule.open_days:
        return _after(start, rule.open_days, place.is_service_day)
    end = anniversary(rule, start)
    # Arts 2228-2229 C. civ.: when the first day is counted, the term is over a day earlier.
    return end - timedelta(days=1) if rule.first_day_counts else end


def anniversary(rule: Rule, start: date) -> date:
    """Return the same day number after the length of the rule, or the end of that month."""
    return start + relativedelta(years=rule.years, months=rule.months, days=rule.days)


def after_business_days(day: date, count: int, place: Territory) -> date:
    """Return the business day that comes `count` of them after `day`."""
    return _after(day, count, place.is_business_day)


def _after(day: date, count: int, counts: Callable[[date], bool]) -> date:
    while count:
        day += timedelta(days=1)
        count -= counts(day)
    return day
