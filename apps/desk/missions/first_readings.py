"""« Consultée le … par … »: when a partner first opened their mission, and took each dossier."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Min

from apps.accounts.models import Role, User
from apps.casework.access import events_for
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event


@dataclass(frozen=True)
class FirstReadings:
    """The first reading of each mission by its reference, of each dossier by its key."""

    missions: dict[str, Event] = field(default_factory=dict)
    dossiers: dict[int, Event] = field(default_factory=dict)


def first_readings(user: User, incident: Incident) -> FirstReadings:
    """Those of partners only; the same three queries however often they came back."""
    events = events_for(user).filter(incident=incident, actor__role=Role.PARTNER).order_by()
    opened = events.filter(kind=Kind.ASSIGNMENT_READ).values("data__assignment")
    taken = events.filter(kind=Kind.DOSSIER_DOWNLOADED).values("data__dossier")
    firsts = [row["first"] for rows in (opened, taken) for row in rows.annotate(first=Min("pk"))]
    found = FirstReadings()
    for event in events_for(user).select_related("actor").in_bulk(firsts).values():
        if event.kind == Kind.ASSIGNMENT_READ:
            found.missions[event.data["assignment"]] = event
        else:
            found.dossiers[event.data["dossier"]] = event
    return found
