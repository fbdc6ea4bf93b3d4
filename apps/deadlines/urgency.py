"""Which file first: the one place that says how files are ordered by what drives them.

The order is kept on the file itself, so that a page of the queue reads one index and no deadline
(docs/decisions/0010-queue.md).
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, CharField, Exists, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from apps.incidents.models import NO_CLOCK, OVER, RUNNING, UNDATED, Incident, IncidentQuerySet

from .models import Deadline


def place_in_queue(incidents: Iterable[int], *, today: date) -> None:
    """Write where these files stand in the queue on that day, from their open deadlines.

    One statement whatever the number of files. Called in the transaction that has changed their
    deadlines, and each night for the dates that have passed.
    """
    running = Deadline.objects.open().filter(incident=OuterRef("pk")).by_urgency(today=today)
    place = Case(
        When(act_by=None, then=Value(UNDATED)),
        When(legal_last_day__lt=today, then=_dated(OVER)),
        default=_dated(RUNNING),
    )
    driving = running.annotate(place=place)
    Incident.objects.filter(pk__in=list(incidents)).update(
        act_by=Subquery(driving.values("act_by")[:1]),
        queue_key=Coalesce(Subquery(driving.values("place")[:1]), Value(NO_CLOCK)),
    )


def misplaced(*, today: date) -> IncidentQuerySet:
    """Files that stand where a deadline put them which the law no longer allows on that day."""
    still_running = Deadline.objects.open().filter(
        incident=OuterRef("pk"), act_by=OuterRef("act_by"), legal_last_day__gte=today
    )
    passed = Incident.objects.filter(
        queue_key__gte=RUNNING, queue_key__lt=f"{RUNNING}{today.isoformat()}"
    )
    return passed.filter(~Exists(still_running))


def _dated(rank: str) -> Concat:
    return Concat(Value(rank), Cast(F("act_by"), CharField()), output_field=CharField())
