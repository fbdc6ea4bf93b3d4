from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from apps.incidents.models import Incident
from apps.search.models import SearchEntry, StaleFile
from apps.search.query import plain

from .findable import places, with_places

LONGEST = 200_000  # characters of a file that are searched: PostgreSQL keeps a megabyte of stems


@transaction.atomic
def index_file(incident: Incident, *, at: datetime) -> None:
    """Write the words by which a file is found, as it stands now.

    Done twice, it says the same. The lock is the one that verbs take: what they change meanwhile
    waits, and marks the file stale again.
    """
    Incident.objects.locked_anyway(incident.pk)
    StaleFile.objects.filter(pk=incident.pk).delete()
    file = with_places(Incident.objects.filter(pk=incident.pk)).get()
    every = list(places(file))
    SearchEntry.objects.update_or_create(
        incident_id=incident.pk,
        defaults={
            "names": _kept(place.words for place in every if place.is_name),
            "text": _kept(place.words for place in every),
            "indexed_at": at,
        },
    )


def _kept(texts: Iterable[str]) -> str:
    """The words between two spaces; two texts never make one phrase."""
    lines = (plain(text) for text in texts)
    return f" {' . '.join(line for line in lines if line)} "[:LONGEST]
