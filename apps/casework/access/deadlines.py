"""Deadlines, but for those that would tell a hidden label."""

from datetime import date

from apps.accounts.models import User
from apps.deadlines.models import Deadline, DeadlineQuerySet

from .blind import is_added_by_hidden
from .incidents import incidents_for


def deadlines_for(user: User, *, today: date) -> DeadlineQuerySet:
    """Deadlines of the files one may see, but for those that would tell a hidden label."""
    visible = Deadline.objects.filter(incident__in=incidents_for(user))
    return visible.exclude(is_added_by_hidden(user, today=today))
