"""One line of the queue: what a handler needs in order to choose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from django.db.models import F
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import can_take
from apps.casework.search.queue_facts import Opening, is_proved, openings
from apps.directory.models import Profession
from apps.incidents.circumstances import Situation, Source
from apps.incidents.models import Incident, IncidentQuerySet
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.legal.medical_words import medical_words

OPENING = 90  # characters of the first content
MASK = "[…]"
BATCH = 500  # files whose contents are read at a time
OWN = (  # of a file, all that its line shows or that a page goes on from
    "reference",
    "situation",
    "status",
    "outcome",
    "waiting_on",
    "source",
    "act_by",
    "legal_last_day",
    "possible_until",
    "doubt",
    "queue_key",
    "declared_at",
    "closed_at",
    "handler",
    "contract",
)
JOINED = {  # and of what hangs on it, under the names that its line reads: no object is made of it
    "name": F("practitioner__user__name"),
    "profession": F("practitioner__profession"),
    "specialty": F("practitioner__specialty"),
    "department": F("practitioner__department"),
    "handler_name": F("handler__name"),
    "has_legal_protection": F("contract__has_legal_protection"),
    "has_ereputation_assistance": F("contract__has_ereputation_assistance"),
}


@dataclass(frozen=True)
class Line:
    """A file as the queue shows it; `opening` has its medical words masked.

    Flat, and with its fields as keys too: for each of the 300 words of a page a template asks for
    a key before it asks for an attribute, and a refusal costs more than the answer.
    """

    incident: Incident
    pk: str  # a template takes as long to write a number as to write four words
    reference: str
    has_clock: bool
    situation: str
    status: str
    state: str
    outcome: str
    awaited: str
    source: str
    name: str
    practice: str
    handler: str
    platforms: str
    contents: int
    opening: str
    cover: str
    cover_meaning: str
    is_proved: bool
    may_take: bool
    received: str

    def __getitem__(self, field: str) -> object:
        return getattr(self, field)


class Cover(Protocol):
    """A contract, or a file `with_lines`, which bears the same of its own."""

    has_legal_protection: bool
    has_ereputation_assistance: bool


def with_lines(files: IncidentQuerySet) -> IncidentQuerySet:
    """The files, with what their lines read of them and nothing more."""
    return files.only(*OWN).annotate(proved=is_proved(), **JOINED)


def lines(files: Iterable[Incident], *, user: User) -> Iterator[Line]:
    """The lines of files `with_lines`, in their order: one query for each batch."""
    left = iter(files)
    while batch := list(islice(left, BATCH)):
        contents = openings(batch, characters=OPENING + 1)
        for incident in batch:
            yield _line(incident, contents[incident.pk], user)


def masked(words: str) -> str:
    """The same words without those that may tell of somebody's health."""
    for finding in reversed(medical_words(words)):
        words = words[: finding.start] + MASK + words[finding.end :]
    return words


def _line(incident: Incident, contents: list[Opening], user: User) -> Line:
    practice = incident.specialty or Profession(incident.profession).label
    platforms = (content.platform or "non reconnue" for content in contents)
    opening = contents[0].words if contents else ""
    if len(opening) > OPENING:
        opening = f"{opening[:OPENING].rstrip()}…"
    return Line(
        incident,
        str(incident.pk),
        incident.reference,
        incident.has_clock,
        Situation(incident.situation).label,
        incident.status,
        Status(incident.status).label,
        Outcome(incident.outcome).label if incident.outcome else "",
        WaitingOn(incident.waiting_on).label,
        Source(incident.source).label,
        incident.name,
        f"{practice}, {incident.department}",
        incident.handler_name or "",
        ", ".join(dict.fromkeys(platforms)),
        len(contents),
        masked(opening),
        *cover_of(incident if incident.contract_id else None),
        incident.proved,
        can_take(user, incident),
        f"{localdate(incident.declared_at):%d/%m/%Y}",
    )


def cover_of(contract: Cover | None) -> tuple[str, str]:
    """What the contract gives in a word, and its meaning: the light of a file."""
    if contract is None:
        return "sans contrat", "urgent"
    if contract.has_ereputation_assistance:
        return "e-réputation", "calm"
    if contract.has_legal_protection:
        return "protection juridique", "calm"
    return "à vérifier", "attention"
