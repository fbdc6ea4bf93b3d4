"""The four meanings of the interface, and how near a deadline must be to change meaning.

A meaning is never carried by colour alone: it always comes with a word and an icon.
"""

from dataclasses import dataclass
from datetime import date

from . import wording

URGENT_WITHIN = 7
ATTENTION_WITHIN = 21

ICONS = {
    "calm": "check-circle",
    "attention": "exclamation-circle",
    "urgent": "exclamation-triangle",
    "information": "information-circle",
    "neutral": "minus-circle",
}


@dataclass(frozen=True)
class Reading:
    """What the eye must get from a deadline at a glance."""

    meaning: str
    word: str
    distance: str
    days_left: int = 0

    @property
    def icon(self) -> str:
        return "clock" if self.meaning == "calm" else ICONS[self.meaning]

    @property
    def last_weeks(self) -> list[bool]:
        """The last three weeks before the deadline, day by day: is that day still to come?"""
        return [day <= self.days_left for day in range(ATTENTION_WITHIN, 0, -1)]


def read_deadline(act_by: date | None, today: date) -> Reading:
    """Weigh a deadline; one that is not known is treated as almost over."""
    if act_by is None:
        return Reading("urgent", "Date inconnue", "à traiter comme presque finie")
    days = (act_by - today).days
    if days < 0:
        meaning, word = "urgent", "Dépassée"
    elif days <= URGENT_WITHIN:
        meaning, word = "urgent", "Urgent"
    elif days <= ATTENTION_WITHIN:
        meaning, word = "attention", "Bientôt"
    else:
        meaning, word = "calm", "Dans les temps"
    return Reading(meaning, word, wording.distance(act_by, today), days)
