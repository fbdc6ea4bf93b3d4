"""The reminders of deadlines: the most urgent rung reached and not yet told, once per person."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import (
    Case,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, JSONObject
from django.utils.timezone import localdate

from apps.accounts.models import Role, User
from apps.deadlines.models import Deadline, Heartbeat, Reminder
from apps.legal.rungs import PASSED, RUNGS, following
from apps.mailbox.models import Letter

from .insert_from import insert_from
from .quiet_hours import next_office_moment
from .wake import wake

JOB = "remind"
BATCH = 5000
SUPERVISOR_FROM = 5  # days before `act_by` from which the supervisors are told as well
PRESSING = {
    Role.SUPERVISOR: Q(rung__lte=SUPERVISOR_FROM) | Q(incident__handler=None),
    Role.LEGAL_LEAD: Q(rung__lte=PASSED),
}
DAY_AND_NIGHT_FROM = 3  # days before `act_by` from which a letter waits for no office hour


def remind(*, at: datetime) -> int:
    """Post the reminders that are due on the civil day of `at`, in Paris. Returns how many letters.

    Computed from facts, never from "is it today?": run twice, run at once by two workers, or after
    three days of outage, it tells the tightest rung reached, once per person. Each batch of
    deadlines is one transaction, so memory and locks stay small whatever their number.
    """
    today = localdate(at)
    posted, told = 0, BATCH
    while told == BATCH:
        told, letters = _tell_batch(today, at=at)
        posted += letters
    with transaction.atomic():
        Heartbeat.objects.update_or_create(job=JOB, defaults={"beat_at": at})
        wake("deliver_letters")
    return posted


@transaction.atomic
def _tell_batch(today: date, *, at: datetime) -> tuple[int, int]:
    """Tell one batch of deadlines; returns how many deadlines, and how many letters."""
    due = Deadline.objects.open().filter(remind_on__lte=today).order_by("remind_on", "pk")
    batch = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:BATCH])
    if not batch:
        return 0, 0
    deadlines = Deadline.objects.filter(pk__in=batch).annotate(rung=_rung_reached(today))
    insert_from(Reminder, deadlines, deadline_id=F("pk"), rung=F("rung"), told_at=Value(at))
    letters = sum(_post(told, recipient, at=at) for told, recipient in _recipients(deadlines))
    deadlines.update(remind_on=_next_reminder())
    return len(batch), letters


def _rung_reached(today: date) -> Case:
    ladder = [When(act_by__lt=today, then=Value(PASSED))]
    ladder += [
        When(act_by__lte=today + timedelta(days=rung), then=Value(rung)) for rung in sorted(RUNGS)
    ]
    return Case(*ladder, output_field=IntegerField())


def _next_reminder() -> Case:
    """The day on which the rung after the one just told is reached; none after the last."""
    return Case(
        *(
            When(
                rung=rung,
                then=ExpressionWrapper(
                    F("act_by") - timedelta(days=following(rung)), output_field=DateField()
                ),
            )
            for rung in RUNGS
        ),
        default=None,
    )


def _recipients(
    deadlines: QuerySet[Deadline],
) -> list[tuple[QuerySet[Deadline], Combinable]]:
    """Who is told of what: the handler of everything, those above them as it gets pressing."""
    groups: list[tuple[QuerySet[Deadline], Combinable]] = [
        (deadlines.exclude(incident__handler=None), F("incident__handler_id"))
    ]
    for senior in User.objects.filter(role__in=PRESSING, is_active=True):
        told = deadlines.filter(PRESSING[senior.role]).exclude(incident__handler=senior)
        groups.append((told, Value(senior.pk)))
    return groups


def _post(deadlines: QuerySet[Deadline], recipient: Combinable, *, at: datetime) -> int:
    """Insert one letter per deadline, rung and recipient."""
    return insert_from(
        Letter,
        deadlines,
        kind=Value("deadline_reminder"),
        key=Concat(
            Value("deadline-"),
            Cast("pk", CharField()),
            Value("-j"),
            Cast("rung", CharField()),
            Value("-user-"),
            Cast(recipient, CharField()),
            output_field=CharField(),
        ),
        recipient_id=recipient,
        incident_id=F("incident_id"),
        data=JSONObject(deadline="pk", rung="rung", act_by=Cast("act_by", CharField())),
        queued_at=Value(at),
        not_before=Case(
            When(rung__lte=DAY_AND_NIGHT_FROM, then=Value(at)),
            default=Value(next_office_moment(at)),
        ),
    )
