"""How old the open files are: since they were declared, and since the practitioner saw one move."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from apps.incidents.models import Incident
from apps.journal.models import Event

STEPS = (7, 21, 60, 90)  # days


@dataclass(frozen=True)
class Age:
    """How many open files are of an age, counted in the two ways."""

    label: str
    since_declared: int
    since_told: int


def ageing(*, at: datetime) -> list[Age]:
    """From the youngest to the oldest, in one query."""
    counts = {}
    for days in STEPS:
        moment = at - timedelta(days=days)
        told = Event.objects.for_practitioner().filter(incident=OuterRef("pk"), at__gte=moment)
        counts[f"declared_{days}"] = Count("pk", filter=Q(declared_at__gte=moment))
        counts[f"told_{days}"] = Count("pk", filter=Q(Exists(told)))
    found = Incident.objects.open().aggregate(all=Count("pk"), **counts)
    ages, before, declared, told_before = [], 0, 0, 0
    for days in STEPS:
        label = f"{days} jours au plus" if not before else f"{before + 1} à {days} jours"
        ages.append(
            Age(label, found[f"declared_{days}"] - declared, found[f"told_{days}"] - told_before)
        )
        before, declared, told_before = days, found[f"declared_{days}"], found[f"told_{days}"]
    ages.append(Age(f"Plus de {before} jours", found["all"] - declared, found["all"] - told_before))
    return ages
