"""What a practitioner is promised: by when a handler answers, by when there is news again."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from apps.deadlines.models import Deadline
from apps.incidents.models import Incident

from .quiet_hours import next_office_moment, noon_of_next_working_day, working_hours_after

SHORT = 10  # days left, or fewer, on the day of the declaration: the file passes before the others
HOURS = 2
LONG_SILENCE = timedelta(days=15)  # the desk is reminded of the file once it has lasted that long


def first_answer(incident: Incident) -> datetime:
    """By when: two working hours if the date is pressing, else noon of the next working day."""
    if is_pressing(incident):
        return working_hours_after(incident.declared_at, HOURS)
    return noon_of_next_working_day(incident.declared_at)


def next_news(told_at: datetime) -> date:
    """The working day by which somebody told that day hears of us again, moved or not."""
    return localdate(next_office_moment(told_at + LONG_SILENCE))


def is_pressing(incident: Incident) -> bool:
    """Was the date that drives the file near, or unknown, when it was declared?

    A date that the law no longer allows presses nobody; one that may have passed does.
    """
    declared_on = localdate(incident.declared_at)
    running = [  # in Python: lists of files have them at hand
        deadline
        for deadline in incident.deadlines.all()
        if deadline.closed_at is None and not deadline.is_over(declared_on)
    ]
    return any(_is_near(deadline, declared_on) for deadline in running)


def _is_near(deadline: Deadline, day: date) -> bool:
    """The strictest reading counts, even once it has passed and another one drives."""
    first = deadline.first_last_day or deadline.act_by
    return first is None or (first - day).days <= SHORT
