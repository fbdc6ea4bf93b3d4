"""Which file first: the one place that says how files are ordered by what drives them."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Subquery

from apps.incidents.models import IncidentQuerySet

from .models import Deadline


def by_urgency(incidents: IncidentQuerySet, *, today: date | None = None) -> IncidentQuerySet:
    """Files by their driving `act_by`: unknown dates first, files whose clocks have ended last.

    Each gets `has_clock`, and `driving_act_by`, which is None when the date is unknown.
    """
    running = Deadline.objects.open().filter(incident=OuterRef("pk"))
    return incidents.annotate(
        has_clock=Exists(running),
        driving_act_by=Subquery(running.by_urgency(today=today).values("act_by")[:1]),
    ).order_by("-has_clock", F("driving_act_by").asc(nulls_first=True), "pk")
