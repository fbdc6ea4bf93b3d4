"""The reminders of deadlines: the most urgent rung reached and not yet told, once per person."""

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, CharField, F, IntegerField, Model, QuerySet, Value, When
from django.db.models.functions import Cast, Concat, JSONObject
from django.utils.timezone import localdate

from apps.accounts.models import Role, User
from apps.deadlines.models import Deadline, Heartbeat
from apps.legal.rungs import PASSED, RUNGS
from apps.mailbox.models import Letter

from .wake import wake

JOB = "remind"
SUPERVISOR_FROM = 5  # days before `act_by` from which the supervisors are told as well


@transaction.atomic
def remind(*, at: datetime) -> int:
    """Post the reminders that are due on the civil day of `at`, in Paris. Returns how many.

    Computed from facts, never from "is it today?": run twice, or after three days of outage, it
    posts the tightest rung reached once. One INSERT … SELECT per recipient group: the database
    does the work, whatever the number of deadlines.
    """
    today = localdate(at)
    reached = _reached(today)
    posted = _post(reached.exclude(incident__handler=None), F("incident__handler_id"), at=at)
    orphans = reached.filter(incident__handler=None)
    pressing = reached.exclude(incident__handler=None).filter(rung__lte=SUPERVISOR_FROM)
    for supervisor in User.objects.filter(role=Role.SUPERVISOR, is_active=True):
        for deadlines in (orphans, pressing.exclude(incident__handler=supervisor)):
            posted += _post(deadlines, Value(supervisor.pk), at=at)
    Heartbeat.objects.update_or_create(job=JOB, defaults={"beat_at": at})
    wake("deliver_letters")
    return posted


def _reached(today: date) -> QuerySet[Deadline]:
    """Open deadlines that have reached a rung, with the tightest one."""
    steps = [When(act_by__lt=today, then=Value(PASSED))]
    steps += [
        When(act_by__lte=date.fromordinal(today.toordinal() + rung), then=Value(rung))
        for rung in sorted(RUNGS)
    ]
    furthest = date.fromordinal(today.toordinal() + max(RUNGS))
    return (
        Deadline.objects.open()
        .filter(act_by__lte=furthest)
        .annotate(rung=Case(*steps, output_field=IntegerField()))
    )


def _post(deadlines: QuerySet[Deadline], recipient: F | Value, *, at: datetime) -> int:
    """Insert one letter per deadline, rung and recipient; those already posted are left alone."""
    rows = deadlines.annotate(
        letter_kind=Value("deadline_reminder"),
        letter_key=Concat(
            Value("deadline-"),
            Cast("pk", CharField()),
            Value("-j"),
            Cast("rung", CharField()),
            Value("-user-"),
            Cast(recipient, CharField()),
            output_field=CharField(),
        ),
        letter_recipient=recipient,
        letter_data=JSONObject(deadline="pk", rung="rung", act_by=Cast("act_by", CharField())),
        letter_queued_at=Value(at),
    )
    columns = {
        "kind": "letter_kind",
        "key": "letter_key",
        "recipient_id": "letter_recipient",
        "incident_id": "incident_id",
        "data": "letter_data",
        "queued_at": "letter_queued_at",
        "not_before": "letter_queued_at",
    }
    return _insert_from(Letter, rows, columns)


def _insert_from(model: type[Model], rows: QuerySet[Any], columns: dict[str, str]) -> int:
    """INSERT … SELECT … ON CONFLICT DO NOTHING; the other columns take the model's defaults."""
    defaults = {
        field.attname: Value(field.get_default(), output_field=field)
        for field in model._meta.concrete_fields
        if field.attname not in columns and not field.primary_key
    }
    rows = rows.annotate(**{f"default_{name}": value for name, value in defaults.items()})
    names = [*columns, *defaults]
    selected = [*columns.values(), *(f"default_{name}" for name in defaults)]
    select, parameters = rows.order_by().values_list(*selected).query.sql_with_params()
    into = ", ".join(connection.ops.quote_name(name) for name in names)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({into}) {select} ON CONFLICT DO NOTHING", parameters
        )
        return int(cursor.rowcount)
