"""Which file first: the one place that says how files are ordered by what drives them.

The order is kept on the file itself, so that a page of the queue reads one index and no deadline
(docs/decisions/0010-queue.md).
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from apps.incidents.models import NO_CLOCK, OVER, RUNNING, UNDATED, Incident, IncidentQuerySet

from .models import Deadline

SAID = ("act_by", "legal_last_day", "possible_until", "doubt")
NO_DEADLINE = Deadline()
BATCH = 200  # files: a statement names each of them once for each column


def place_in_queue(incidents: Iterable[int], *, today: date) -> None:
    """Write where these files stand in the queue on that day, from their open deadlines, and what
    their lines say of it.

    Called in the transaction that has changed their deadlines, and each night for the dates that
    have passed: the files are locked first, so that no deadline changes in between.
    """
    locked = Incident.objects.select_for_update().filter(pk__in=list(incidents))
    files = list(locked.order_by("pk").only("pk"))
    rows = Deadline.objects.open().filter(incident__in=files).by_urgency(today=today)
    driving = {row.incident_id: row for row in reversed(rows.only("incident", *SAID))}
    for file in files:
        row = driving.get(file.pk)
        file.queue_key = _place(row, today=today) if row else NO_CLOCK
        for name in SAID:
            setattr(file, name, getattr(row or NO_DEADLINE, name))
    Incident.objects.bulk_update(files, [*SAID, "queue_key"], batch_size=BATCH)


def misplaced(*, today: date) -> IncidentQuerySet:
    """Files that stand where a deadline put them which no reading allows any more on that day."""
    dated = Q(queue_key__gte=RUNNING, queue_key__lt=f"{RUNNING}{today.isoformat()}")
    return Incident.objects.filter(dated | Q(queue_key=UNDATED), possible_until__lt=today)


def _place(row: Deadline, *, today: date) -> str:
    is_over = row.is_over(today)
    if row.act_by is None:
        return OVER if is_over else UNDATED
    return f"{OVER if is_over else RUNNING}{row.act_by.isoformat()}"
