"""Which files closed as lawful are read again: five in a hundred, each month."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from math import ceil

from apps.incidents.models import Incident, IncidentQuerySet
from apps.incidents.status import Outcome

SHARE = 0.05


@dataclass(frozen=True)
class Sample:
    """The files drawn among those closed as lawful in a month, and how many those were."""

    files: IncidentQuerySet
    closed: int


def sample_of(month: date) -> Sample:
    """The sample of the month (Europe/Paris) that holds this day; at least one file if any closed.

    Drawn by the hash of the reference: nobody chooses, and the same files always come out.
    """
    closed = dict(
        Incident.objects.filter(
            outcome=Outcome.LAWFUL,
            closed_at__year=month.year,
            closed_at__month=month.month,
        ).values_list("reference", "pk")
    )
    drawn = sorted(closed, key=_rank)[: ceil(len(closed) * SHARE)]
    files = Incident.objects.filter(pk__in=[closed[reference] for reference in drawn])
    return Sample(files, len(closed))


def _rank(reference: str) -> str:
    return sha256(reference.encode()).hexdigest()
