"""The guard against long silences: what to say when nothing visible has moved for two weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.models import EventQuerySet

LONG = timedelta(days=15)
SINCE = {
    WaitingOn.HANDLER: "nous travaillons toujours sur votre dossier",
    WaitingOn.PARTNER: "nous attendons la réponse du professionnel saisi",
    WaitingOn.PLATFORM: "nous attendons la réponse de la plateforme",
    WaitingOn.PRACTITIONER: "nous attendons votre réponse pour avancer",
    WaitingOn.NOBODY: "nous n’attendons rien de vous",
}


@dataclass(frozen=True)
class Silence:
    """How long it has lasted, and a text for the handler to send, or not."""

    days: int
    text: str

    @property
    def days_in_words(self) -> str:
        return f"{self.days}\u00a0jours"


def silence(incident: Incident, events: EventQuerySet, *, now: datetime) -> Silence | None:
    """Nothing that the practitioner may see for `LONG`; None on a file that is over."""
    last = events.filter(incident=incident).for_practitioner().order_by("-pk").first()
    if not incident.is_open or last is None or now - last.at < LONG:
        return None
    days = (now - last.at).days
    why = SINCE[WaitingOn(incident.waiting_on)]
    text = (
        f"Bonjour, depuis {days}\u00a0jours vous n’avez pas eu de nouvelles\u00a0: {why}. "
        "Je reviens vers vous dès qu’il y a du nouveau. Vous pouvez m’écrire à tout moment."
    )
    return Silence(days, text)
