"""What each kind of event says: one file a room of casework, which a new domain adds."""

from collections.abc import Mapping

from ..kinds import Kind
from ..words import in_words
from . import (
    correspondence,
    deadlines,
    declarations,
    exhibits,
    files,
    letters,
    missions,
    readings,
)
from .shape import Sentence

ROOMS = (
    declarations,
    exhibits,
    readings,
    deadlines,
    correspondence,
    missions,
    files,
    letters,
)
SENTENCES: dict[Kind, Sentence] = {
    kind: said for room in ROOMS for kind, said in room.SENTENCES.items()
}


def sentence(kind: Kind, data: Mapping[str, object], *, for_practitioner: bool = False) -> str:
    """The event in one French sentence."""
    template = SENTENCES[kind]
    text = template.practitioner if for_practitioner else template.insurer
    return text.format(**in_words(data))


def told_to_practitioner() -> list[Kind]:
    """The kinds of which the practitioner reads something."""
    return [kind for kind in Kind if SENTENCES[kind].practitioner]
