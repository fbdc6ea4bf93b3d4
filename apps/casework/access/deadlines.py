"""Deadlines, but for those that would tell a hidden label."""

from datetime import date

from apps.accounts.models import User
from apps.deadlines.models import ActRows, Deadline, DeadlineQuerySet, InterruptingAct

from .blind import is_added_by_hidden
from .incidents import incidents_for


def deadlines_for(user: User, *, today: date) -> DeadlineQuerySet:
    """Deadlines of the files one may see, but for those that would tell a hidden label."""
    visible = Deadline.objects.filter(incident__in=incidents_for(user))
    return visible.exclude(is_added_by_hidden(user, today=today))


def acts_for(user: User) -> ActRows:
    """Procedural acts of the files one may see: the insurer's people only."""
    if not user.is_insurer:
        return InterruptingAct.objects.none()
    return InterruptingAct.objects.filter(review__incident__in=incidents_for(user))
