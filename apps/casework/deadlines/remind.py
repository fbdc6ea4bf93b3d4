"""The reminders of deadlines: the most urgent rung reached and not yet told, once per person."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Case, CharField, F, IntegerField, Max, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, JSONObject
from django.utils.timezone import localdate

from apps.accounts.models import Absence, Role, User
from apps.bell import ring_on_commit
from apps.casework.insert_from import insert_from, joined
from apps.casework.letters.quiet_hours import DAY_AND_NIGHT_FROM, next_office_moment
from apps.casework.letters.recipients import is_left_alone
from apps.deadlines.models import Deadline, Heartbeat, Reminder
from apps.incidents.models import IncidentQuerySet
from apps.legal.rungs import PASSED, RUNGS
from apps.mailbox.models import Letter

JOB = "remind"
BATCH = 5000
SUPERVISOR_FROM = 5  # days before `act_by` from which the supervisors are told as well
PRESSING = {
    Role.SUPERVISOR: Q(rung__lte=SUPERVISOR_FROM) | is_left_alone("deadline__incident__handler"),
    Role.LEGAL_LEAD: Q(rung__lte=PASSED),
}


def remind(*, at: datetime, among: IncidentQuerySet | None = None) -> int:
    """Post the reminders that are due on the civil day of `at`, in Paris. Returns how many letters.

    Computed from facts, never from "is it today?": run twice, run at once by two workers, or after
    three days of outage, it tells the tightest rung reached, once per person. Each batch of
    deadlines is one transaction, so memory and locks stay small whatever their number. Asked
    `among` some files only, it looks at all their deadlines and notes no passage.
    """
    today = localdate(at)
    reached, of_files = _reached(today), Q()
    if among is None:
        reached = _news(reached, today)
    else:
        reached, of_files = reached.filter(incident__in=among), Q(deadline__incident__in=among)
    posted = 0
    after: int | None = 0
    while after is not None:
        after, letters = _tell_batch(reached, after, of_files=of_files, at=at)
        posted += letters
    if among is None:
        _note_passage(today, at=at)
    return posted


def _reached(today: date) -> QuerySet[Deadline]:
    """Open deadlines that have reached a rung, with the tightest one."""
    steps = [When(act_by__lt=today, then=Value(PASSED))]
    steps += [
        When(act_by__lte=today + timedelta(days=rung), then=Value(rung)) for rung in sorted(RUNGS)
    ]
    reached = Deadline.objects.open().filter(
        has_reminders=True, act_by__lte=today + timedelta(days=max(RUNGS))
    )
    return reached.annotate(rung=Case(*steps, output_field=IntegerField()))


def _news(reached: QuerySet[Deadline], today: date) -> QuerySet[Deadline]:
    """Rungs are days, and a deadline never moves: once a day has been swept, only the deadlines
    opened since can have something new. An hour is kept for transactions that end late."""
    last = Heartbeat.objects.filter(job=JOB, swept_on=today).first()
    if last:
        return reached.filter(opened_at__gte=last.beat_at - timedelta(hours=1))
    return reached


@transaction.atomic
def _tell_batch(
    reached: QuerySet[Deadline], after: int, *, of_files: Q, at: datetime
) -> tuple[int | None, int]:
    """Tell the deadlines that follow a primary key.

    Returns the last one looked at, or None when there was none left, and how many letters were
    posted. The row of the heartbeat is the lock that two sweeps at once take in turn. What was
    told before is left alone by its unique key, which costs less than looking for it.
    """
    Heartbeat.objects.get_or_create(job=JOB, defaults={"beat_at": at})
    Heartbeat.objects.select_for_update().get(job=JOB)
    batch = reached.filter(pk__gt=after)
    last = batch.order_by("pk")[:BATCH].aggregate(last=Max("pk"))["last"]
    if last is None:
        return None, 0
    new = insert_from(
        Reminder,
        batch.filter(pk__lte=last),
        deadline_id=F("pk"),
        rung=F("rung"),
        told_at=Value(at),
    )
    if not new:
        return last, 0
    told = Reminder.objects.filter(of_files, told_at=at, deadline__gt=after, deadline__lte=last)
    return last, sum(
        _post(some, recipient, at=at) for some, recipient in _recipients(told, today=localdate(at))
    )


@transaction.atomic
def _note_passage(today: date, *, at: datetime) -> None:
    Heartbeat.objects.filter(job=JOB).update(beat_at=at, swept_on=today)
    ring_on_commit("deliver_letters")
    ring_on_commit("wake_sleeping_files")  # those that a reminder of today has reached


def _recipients(
    told: QuerySet[Reminder], *, today: date
) -> list[tuple[QuerySet[Reminder], Combinable]]:
    """Who is told of what: the handler of everything, those above them as it gets pressing, and
    those who stand in for them of the same. Whoever is told twice is told once, by the key."""
    groups: list[tuple[QuerySet[Reminder], Combinable]] = [
        (
            told.filter(deadline__incident__handler__is_active=True),
            F("deadline__incident__handler_id"),
        )
    ]
    for senior in User.objects.filter(role__in=PRESSING, is_active=True):
        some = told.filter(PRESSING[Role(senior.role)])
        groups.append((some.exclude(deadline__incident__handler=senior), Value(senior.pk)))
    absences = Absence.objects.on(today).filter(substitute__is_active=True)
    for absence in absences.select_related("user"):
        theirs = Q(deadline__incident__handler=absence.user_id)
        if absence.user.is_senior:
            theirs |= PRESSING[Role(absence.user.role)]
        groups.append((told.filter(theirs), Value(absence.substitute_id)))
    return groups


def _post(told: QuerySet[Reminder], recipient: Combinable, *, at: datetime) -> int:
    """Insert one letter per deadline, rung and recipient."""
    return insert_from(
        Letter,
        told,
        kind=Value("deadline_reminder"),
        key=joined("deadline-", F("deadline_id"), "-j", F("rung"), "-user-", recipient),
        recipient_id=recipient,
        incident_id=F("deadline__incident_id"),
        data=JSONObject(
            deadline="deadline_id", rung="rung", act_by=Cast("deadline__act_by", CharField())
        ),
        queued_at=Value(at),
        not_before=Case(
            When(rung__lte=DAY_AND_NIGHT_FROM, then=Value(at)),
            default=Value(next_office_moment(at)),
        ),
    )
