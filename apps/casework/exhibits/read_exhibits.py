import logging

from django.db import transaction

from apps.casework.one_by_one import one_by_one
from apps.exhibits.models import Exhibit, ExhibitText
from apps.exhibits.words import words_of
from apps.incidents.models import Incident
from apps.search.models import mark_stale

logger = logging.getLogger(__name__)


def read_exhibits() -> int:
    """Keep the words of the PDFs and e-mails that nobody has read yet, so that they are searched.

    With an antivirus, only what it found clean is opened. A file that the store does not give
    waits for the next round. Returns how many were read.
    """
    return sum(one_by_one(_read, Exhibit.objects.to_read().order_by("?")))


def _read(exhibit: Exhibit) -> bool:
    try:
        words = words_of(exhibit)
    except OSError as error:
        logger.warning("exhibit %d waits for its reader: %s", exhibit.pk, error)
        return False
    _keep(exhibit, words)
    return True


@transaction.atomic
def _keep(exhibit: Exhibit, words: str) -> None:
    incident = Incident.objects.get(exhibits=exhibit)
    mark_stale(Incident.objects.locked_anyway(incident.pk))
    ExhibitText.objects.get_or_create(exhibit=exhibit, defaults={"words": words})
