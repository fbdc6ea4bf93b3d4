"""The reminders of deadlines: the most urgent rung reached and not yet told, once per person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import (
    Case,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    Field,
    IntegerField,
    Max,
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
from apps.legal.rungs import FOLLOWING, PASSED, RUNGS
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
    ladder = _Ladder(localdate(at))
    posted = 0
    after: int | None = 0
    while after is not None:
        after, letters = _tell_batch(ladder, after, at=at)
        posted += letters
    return posted


@transaction.atomic
def _tell_batch(ladder: "_Ladder", after: int, *, at: datetime) -> tuple[int | None, int]:
    """Tell the due deadlines that follow a primary key.

    Returns the last one told, or None when there was none left, and how many letters were posted.
    The row of the heartbeat is the lock that two sweeps at once take in turn.
    """
    Heartbeat.objects.select_for_update().update_or_create(job=JOB, defaults={"beat_at": at})
    due = Deadline.objects.open().filter(remind_on__lte=ladder.today, pk__gt=after)
    last = due.order_by("pk")[:BATCH].aggregate(last=Max("pk"))["last"]
    if last is None:
        wake("deliver_letters")
        return None, 0
    batch = due.filter(pk__lte=last)
    told = batch.annotate(rung=ladder.rung_reached())
    insert_from(Reminder, told, deadline_id=F("pk"), rung=F("rung"), told_at=Value(at))
    letters = sum(_post(some, recipient, at=at) for some, recipient in _recipients(told))
    batch.update(remind_on=ladder.next_reminder())
    return last, letters


@dataclass(frozen=True)
class _Ladder:
    """The rungs as SQL, on a civil day."""

    today: date

    def rung_reached(self) -> Case:
        return self._case(Value(PASSED), Value, IntegerField())

    def next_reminder(self) -> Case:
        """The day on which the rung after the one just told is reached; none after the last."""
        return self._case(
            Value(None),
            lambda rung: ExpressionWrapper(
                F("act_by") - timedelta(days=FOLLOWING[rung]), output_field=DateField()
            ),
            DateField(),
        )

    def _case(
        self, passed: Combinable, at_rung: Callable[[int], Combinable], output: Field
    ) -> Case:
        steps = [When(act_by__lt=self.today, then=passed)]
        steps += [
            When(act_by__lte=self.today + timedelta(days=rung), then=at_rung(rung))
            for rung in sorted(RUNGS)
        ]
        return Case(*steps, output_field=output)


def _recipients(
    deadlines: QuerySet[Deadline],
) -> list[tuple[QuerySet[Deadline], Combinable]]:
    """Who is told of what: the handler of everything, those above them as it gets pressing."""
    groups: list[tuple[QuerySet[Deadline], Combinable]] = [
        (deadlines.exclude(incident__handler=None), F("incident__handler_id"))
    ]
    for senior in User.objects.filter(role__in=PRESSING, is_active=True):
        told = deadlines.filter(PRESSING[Role(senior.role)]).exclude(incident__handler=senior)
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
