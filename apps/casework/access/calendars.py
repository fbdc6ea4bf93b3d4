"""Who keeps their deadlines in a calendar of their own, at which address, and which ones."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.accounts.models import CalendarFeed, User
from apps.assignments.models import Assignment
from apps.casework.letters.recipients import answered_for
from apps.deadlines.models import Deadline, DeadlineQuerySet
from apps.directory.models import Partner

from .deadlines import deadlines_for
from .missions import assignments_for

CALENDAR_HORIZON = timedelta(days=45)


def can_keep_calendar(user: User) -> bool:
    """Those whom a legal date binds: the insurer's people, and lawyers."""
    if user.is_partner:
        return user.partners.filter(kind=Partner.Kind.LAWYER).exists()
    return user.is_authenticated and user.is_insurer


def calendar_feeds_for(user: User) -> QuerySet[CalendarFeed]:
    """The person's own address in force, at most one."""
    return CalendarFeed.objects.filter(user=user, closed_at=None)


def calendar_feeds_at(token: str) -> QuerySet[CalendarFeed]:
    """The address that bears this token, while it is in force and its person may sign in."""
    return CalendarFeed.objects.filter(token=token, closed_at=None, user__is_active=True)


def calendar_deadlines_for(user: User, *, today: date) -> DeadlineQuerySet:
    """What stands in a person's calendar: the dated deadlines that are theirs to keep.

    A handler's are those of their files, and of the files of an absent colleague in whose place
    they stand; a supervisor and the legal lead add all those of the coming weeks; a lawyer's are
    those of the contents of the missions they have accepted.
    """
    if user.is_insurer:
        dated = deadlines_for(user, today=today).open().undecided().exclude(act_by=None)
        theirs = Q(incident__handler__in=answered_for(user, today=today))
        if user.is_senior:
            theirs |= Q(act_by__lte=today + CALENDAR_HORIZON)
        return dated.filter(theirs)
    mandates = assignments_for(user, today=today).filter(
        kind=Partner.Kind.LAWYER, state=Assignment.State.ACCEPTED
    )
    dated = Deadline.objects.open().undecided().exclude(act_by=None)
    return dated.filter(
        Exists(mandates.filter(incident=OuterRef("incident"), reviews=OuterRef("review")))
    )
