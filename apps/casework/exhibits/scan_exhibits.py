import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from apps.casework.letters.recipients import followers
from apps.correspondence.models import NoteFile
from apps.exhibits.antivirus import CannotScan, finds_virus
from apps.exhibits.models import Exhibit, Scan
from apps.mailbox.post import post

MOST_FAILURES = 3  # in a round: the daemon is away, and each failure may have taken a minute

logger = logging.getLogger(__name__)


def scan_exhibits(*, at: datetime) -> int:
    """Have every file that awaits it read by the antivirus, and tell handlers what it found.

    A file received before there was an antivirus is read too. One that cannot be read stays
    as it is, for the next round; one that holds a virus is set aside: nobody can download it any
    more. Returns how many were read; without `CLAMD_URL` none is.
    """
    read = 0
    if settings.CLAMD_URL:
        read += _read_what_waits(Exhibit.objects.to_scan(), at=at)
        read += _read_what_waits(NoteFile.objects.to_scan(), at=at)
    _tell_handlers(at=at)
    return read


def _read_what_waits(waiting: QuerySet, *, at: datetime) -> int:
    read = failures = 0
    # In no order: one that the daemon never manages to read does not keep the others waiting.
    for file in waiting.order_by("?"):
        if failures == MOST_FAILURES:
            break
        try:
            with file.original.open() as original:
                infected = finds_virus(original)
        except (CannotScan, OSError) as error:
            logger.warning(
                "%s %d waits for the antivirus: %s", file._meta.model_name, file.pk, error
            )
            failures += 1
            continue
        verdict = Scan.INFECTED if infected else Scan.CLEAN
        waiting.filter(pk=file.pk).update(scan=verdict, scanned_at=at)
        read += 1
    return read


@transaction.atomic
def _tell_handlers(*, at: datetime) -> None:
    """Each handler once for each exhibit, also of a draft sent or a file taken since."""
    for exhibit in Exhibit.objects.infected_in_hand().select_related("incident__handler"):
        incident = exhibit.incident
        people = followers(incident, today=localdate(at)) if incident else []
        for person in people:
            post(
                "exhibit_infected",
                to=person,
                key=f"exhibit-{exhibit.pk}-infected-user-{person.pk}",
                at=at,
                incident=incident,
                exhibit=exhibit.pk,
                number=exhibit.number,
            )
