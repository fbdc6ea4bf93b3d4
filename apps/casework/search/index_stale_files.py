from collections.abc import Callable, Iterator
from datetime import datetime

from apps.casework.one_by_one import one_by_one
from apps.incidents.models import Incident
from apps.search.models import StaleFile

from .index_file import index_file

BATCH = 500


def index_stale_files(*, clock: Callable[[], datetime]) -> int:
    """Index the files that have changed, each in a transaction of its own. Returns how many.

    Killed anywhere, it loses nothing: what is not indexed is still stale. `clock` gives the
    moment of each.
    """
    return len(one_by_one(_index, _stale_files(), clock=clock))


def _stale_files() -> Iterator[Incident]:
    last = 0
    while batch := list(StaleFile.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from Incident.objects.filter(pk__in=[stale.pk for stale in batch])
        last = batch[-1].pk


def _index(incident: Incident, *, clock: Callable[[], datetime]) -> None:
    index_file(incident, at=clock())
