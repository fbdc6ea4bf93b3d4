"""Which file first: the one place that says how files are ordered by what drives them.

The order is kept on the file itself, so that a page of the queue reads one index and no deadline
(docs/decisions/0010-queue.md).
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from apps.incidents.models import NO_CLOCK, OVER, RUNNING, UNDATED, Incident, IncidentQuerySet

from .models import Deadline


def place_in_queue(incidents: Iterable[int], *, today: date) -> None:
    """Write where these files stand in the queue on that day, from their open deadlines, and what
    their lines say of it.

    One statement whatever the number of files. Called in the transaction that has changed their
    deadlines, and each night for the dates that have passed.
    """
    running = Deadline.objects.open().filter(incident=OuterRef("pk")).by_urgency(today=today)
    place = Case(
        When(possible_until__lt=today, act_by=None, then=Value(OVER)),
        When(act_by=None, then=Value(UNDATED)),
        When(possible_until__lt=today, then=_dated(OVER)),
        default=_dated(RUNNING),
    )
    driving = running.annotate(place=place)
    Incident.objects.filter(pk__in=list(incidents)).update(
        act_by=Subquery(driving.values("act_by")[:1]),
        legal_last_day=Subquery(driving.values("legal_last_day")[:1]),
        possible_until=Subquery(driving.values("possible_until")[:1]),
        doubt=Coalesce(Subquery(driving.values("doubt")[:1]), Value("")),
        queue_key=Coalesce(Subquery(driving.values("place")[:1]), Value(NO_CLOCK)),
    )


def misplaced(*, today: date) -> IncidentQuerySet:
    """Files that stand where a deadline put them which no reading allows any more on that day."""
    dated = Q(queue_key__gte=RUNNING, queue_key__lt=f"{RUNNING}{today.isoformat()}")
    return Incident.objects.filter(dated | Q(queue_key=UNDATED), possible_until__lt=today)


def _dated(rank: str) -> Concat:
    return Concat(Value(rank), Cast(F("act_by"), CharField()), output_field=CharField())
