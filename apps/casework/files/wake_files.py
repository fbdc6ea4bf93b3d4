from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from apps.casework.one_by_one import one_by_one
from apps.deadlines.models import Reminder
from apps.incidents.models import Incident, IncidentQuerySet

from .wake import wake


def wake_files(*, at: datetime, among: IncidentQuerySet | None = None) -> int:
    """Wake the files whose day has come, whose answer has come, or of which a legal date was
    reminded since they sleep, as when it was corrected meanwhile; of all files, or `among` some.
    Returns how many."""
    reminded = Reminder.objects.filter(
        deadline__incident=OuterRef("pk"),
        deadline__closed_at=None,
        told_at__gte=OuterRef("snoozed_at"),
    )
    looked_at = Incident.objects.all() if among is None else among
    asleep = looked_at.exclude(snoozed_until=None)
    due = asleep.filter(
        Q(snoozed_until__lte=localdate(at))
        | ~Q(wakes_on="") & ~Q(wakes_on=F("waiting_on"))
        | Exists(reminded)
    )
    return len(one_by_one(wake, due.order_by("pk"), by=None, at=at))
