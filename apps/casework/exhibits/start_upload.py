from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from apps.accounts.models import User
from apps.exhibits.formats import accepted_formats, max_bytes, megabytes
from apps.exhibits.models import Exhibit, Upload
from apps.exhibits.refusals import Reason, Unacceptable
from apps.incidents.models import Declaration, Incident


@transaction.atomic
def start_upload(
    place: Declaration | Incident,
    *,
    name: str,
    size: int,
    kind: Exhibit.Kind,
    by: User,
    at: datetime,
) -> Upload:
    """Announce a file of `size` bytes that will come chunk by chunk, for a draft or for a file.

    What could never be kept is refused before its first byte. Raises `RefusedFile`, and
    `IllegalMove` when the file is closed.
    """
    name = PurePath(name or "fichier").name[-150:]
    if size <= 0:
        raise Unacceptable(Reason.EMPTY).about(name)
    heaviest = max(map(max_bytes, accepted_formats()))
    if size > heaviest:
        raise Unacceptable(Reason.TOO_LARGE, megabytes(heaviest)).about(name)
    place = _locked(place)
    if _taken(place) + size > settings.EXHIBIT_TOTAL_MAX_BYTES:
        limit = megabytes(settings.EXHIBIT_TOTAL_MAX_BYTES)
        raise Unacceptable(Reason.TOTAL_TOO_LARGE, limit).about(name)
    where = {"incident": place} if isinstance(place, Incident) else {"declaration": place}
    return Upload.objects.create(
        name=name, size=size, kind=kind, uploaded_by=by, started_at=at, **where
    )


def _locked(place: Declaration | Incident) -> Declaration | Incident:
    if isinstance(place, Incident):
        return Incident.objects.locked_open(place.pk)
    return Declaration.objects.select_for_update(of=("self",)).get(pk=place.pk)


def _taken(place: Declaration | Incident) -> int:
    """Files on their way count too: two phones at once do not make twice the room."""
    held = place.exhibits.aggregate(size=Sum("size"))["size"] or 0
    coming = place.uploads.filter(exhibit=None).aggregate(size=Sum("size"))["size"] or 0
    return int(held + coming)
