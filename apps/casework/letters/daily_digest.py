from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.utils.timezone import localdate

from apps.accounts.models import Absence, Role, User
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident
from apps.incidents.status import Status, WaitingOn
from apps.mailbox.models import Letter
from apps.mailbox.post import post

from .quiet_hours import next_office_moment
from .recipients import with_substitutes

HORIZON = timedelta(days=60)


@transaction.atomic
def daily_digest(*, at: datetime) -> int:
    """Post their day to the handlers for whom there is something (E30). Returns how many.

    Once per working day and person, at its first office moment (8:00 in Paris, later if nothing
    ran): the deadlines of the next sixty days, of unknown date or that may still be kept, the
    files where their answer is awaited, and the new files that nobody has taken.
    """
    if next_office_moment(at) != at:
        return 0
    today = localdate(at)
    # Nothing else writes of an unknown date: it is treated as almost over.
    is_near = Q(act_by__lte=today + HORIZON) | Q(act_by=None)
    near = Deadline.objects.open().running(today=today).filter(is_near, has_reminders=True)
    awaiting = Incident.objects.open().filter(waiting_on=WaitingOn.HANDLER)
    deadlines = Counter(dict(near.values_list("incident__handler").annotate(Count("pk"))))
    answers = Counter(dict(awaiting.values_list("handler").annotate(Count("pk"))))
    new = Incident.objects.filter(status=Status.RECEIVED).count()
    handlers = User.objects.filter(role=Role.HANDLER, is_active=True)
    files_of = _files_of(with_substitutes(handlers, today=today), today=today)
    people = {f"digest-{today}-user-{person.pk}": person for person in files_of}
    for key in Letter.objects.filter(key__in=people).values_list("key", flat=True):
        del people[key]
    posted = 0
    for key, handler in people.items():
        figures: dict[str, Any] = {
            "deadlines": sum(deadlines[pk] for pk in files_of[handler]),
            "answers": sum(answers[pk] for pk in files_of[handler]),
            "new": new,
        }
        if any(figures.values()):
            post("daily_digest", to=handler, key=key, at=at, **figures)
            posted += 1
    return posted


def _files_of(people: Iterable[User], *, today: date) -> dict[User, list[int]]:
    """Whose files each person answers for: their own, and those of whom they stand in for."""
    files_of = {person: [person.pk] for person in people}
    for absence in Absence.objects.on(today).select_related("substitute"):
        if absence.substitute in files_of:
            files_of[absence.substitute].append(absence.user_id)
    return files_of
