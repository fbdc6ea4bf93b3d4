from collections.abc import Callable
from datetime import datetime

from apps.incidents.models import Incident
from apps.search.models import StaleFile

from .index_file import index_file

BATCH = 500


def index_stale_files(*, clock: Callable[[], datetime]) -> int:
    """Index the files that have changed, each in a transaction of its own. Returns how many.

    Killed anywhere, it loses nothing: what is not indexed is still stale. `clock` gives the
    moment of each.
    """
    indexed, last = 0, 0
    while batch := list(StaleFile.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        for incident in Incident.objects.filter(pk__in=[stale.pk for stale in batch]):
            index_file(incident, at=clock())
            indexed += 1
        last = batch[-1].pk
    return indexed
