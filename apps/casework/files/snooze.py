from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.rungs import RUNGS
from apps.legal.wording import full_date
from apps.refusals import Refused

EVENTS = (WaitingOn.PRACTITIONER, WaitingOn.PARTNER, WaitingOn.PLATFORM)
TOMORROW = timedelta(days=1)


class CannotSleep(Refused):
    """The file may not be put aside until that day."""


@transaction.atomic
def snooze(
    incident: Incident,
    *,
    until: date,
    awaited: WaitingOn | None = None,
    by: User,
    at: datetime,
) -> Incident:
    """Put a file aside until a day, or until the answer of `awaited` if it comes before.

    A reminder of a legal date always wakes it: it never sleeps past the next one. Without
    `awaited` it stays asleep whatever comes in. Raises `CannotSleep`, `IllegalMove`.
    """
    incident = Incident.objects.locked_open(incident.pk)
    today = localdate(at)
    if until <= today:
        raise CannotSleep("Choisissez un jour à venir.")
    if (rung := _next_rung(incident, today)) and until > rung:
        raise CannotSleep(
            f"Un rappel d’échéance tombe le {full_date(rung)}\u00a0: choisissez ce jour au plus "
            "tard."
        )
    incident.snoozed_until, incident.snoozed_at = until, at
    incident.wakes_on = awaited or ""
    if awaited:
        incident.waiting_on = awaited
    incident.save(update_fields=["snoozed_until", "snoozed_at", "wakes_on", "waiting_on"])
    record(
        Kind.INCIDENT_SNOOZED, incident=incident, actor=by, at=at, snoozed_until=until.isoformat()
    )
    return incident


def _next_rung(incident: Incident, today: date) -> date | None:
    """The day of the next reminder of a legal date: every day for one that is unknown or late."""
    running = Deadline.objects.open().running(today=today)
    days = [
        _rung_after(deadline, today)
        for deadline in running.filter(incident=incident, has_reminders=True)
    ]
    return min(days, default=None)


def _rung_after(deadline: Deadline, today: date) -> date:
    if deadline.act_by is None:
        return today + TOMORROW
    days = (deadline.act_by - timedelta(days=rung) for rung in RUNGS)
    return min((day for day in days if day > today), default=today + TOMORROW)
