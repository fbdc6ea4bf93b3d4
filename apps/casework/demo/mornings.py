"""What a morning brings to some files: their handlers acknowledge, and the clock does its work."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.deadlines.acknowledge import acknowledge
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
from apps.casework.files.wake_files import wake_files
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.readings.do_step import do_step
from apps.casework.readings.ladder import to_do
from apps.casework.readings.skip_step import skip_step
from apps.deadlines.models import Deadline
from apps.incidents.models import IncidentQuerySet
from apps.legal.playbook import LadderStep, Opens
from apps.remedies.models import PlaybookStep

FORGETFUL = "thomas@"  # leaves his reminders to those above him
LATE = timedelta(days=2)
SET_ASIDE = "Vu avec le sociétaire : sans utilité pour le moment."
FOLLOWED_EVERY = 3  # days, in the place of one: a third of the time, and it asks as much


def morning(files: IncidentQuerySet, *, at: datetime) -> None:
    """Each handler but one acknowledges what they were told since the day before.

    Most mornings bring nothing: a file is asked as little as will tell so.
    """
    if not files.open().exists():
        return
    told = Deadline.objects.unacknowledged().filter(incident__in=files)
    for deadline in told.select_related("incident__handler", "review").order_by("pk"):
        handler = deadline.incident.handler
        if handler and not handler.email.startswith(FORGETFUL):
            acknowledge(deadline, by=handler, at=at)
    if _is_followed(at):
        _settle_steps(files, at)
    sweep(files, at=at)


def sweep(files: IncidentQuerySet, *, at: datetime) -> None:
    """What the worker does every quarter of an hour."""
    remind(at=at, among=files)
    if Deadline.objects.unacknowledged().filter(incident__in=files).exists():
        escalate(at=at, among=files)
    if files.exclude(snoozed_until=None).exists():
        wake_files(at=at, among=files)
    if _is_followed(at):
        remind_requests(at=at, among=files)
        ask_online_checks(at=at, among=files)


def _settle_steps(files: IncidentQuerySet, at: datetime) -> None:
    """What is left of a ladder two days late: advice was given, the rest is set aside."""
    late = PlaybookStep.objects.filter(
        closed_at=None,
        state=PlaybookStep.State.TO_DO,
        due_on__lt=localdate(at) - LATE,
        review__incident__in=files,
    )
    if not late.exists():
        return
    for step in to_do(late).select_related("review__incident__handler"):
        handler = step.review.incident.handler
        if handler is None or handler.email.startswith(FORGETFUL):
            continue
        if LadderStep.__members__[step.code].opens is Opens.MESSAGE:
            do_step(step, by=handler, at=at)
        else:
            skip_step(step, reason=SET_ASIDE, by=handler, at=at)


def _is_followed(at: datetime) -> bool:
    return localdate(at).toordinal() % FOLLOWED_EVERY == 0
