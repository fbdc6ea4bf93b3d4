"""One line of the queue: what a handler needs in order to choose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import can_take
from apps.casework.search.queue_facts import Opening, openings, proved_among
from apps.incidents.circumstances import Situation, Source
from apps.incidents.models import Incident, IncidentQuerySet
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.legal.medical_words import medical_words

OPENING = 90  # characters of the first content
MASK = "[…]"
BATCH = 500  # files whose contents are read at a time
READ = (  # of a file and of what hangs on it, all that a line shows
    "reference",
    "situation",
    "status",
    "outcome",
    "waiting_on",
    "source",
    "act_by",
    "queue_key",
    "declared_at",
    "closed_at",
    "bailiff_report_on",
    "handler__name",
    "practitioner__profession",
    "practitioner__specialty",
    "practitioner__department",
    "practitioner__user__name",
    "contract__has_legal_protection",
    "contract__has_ereputation_assistance",
)


@dataclass(frozen=True)
class Line:
    """A file as the queue shows it; `opening` has its medical words masked.

    Flat, and with its fields as keys too: for each of the 300 words of a page a template asks for
    a key before it asks for an attribute, and a refusal costs more than the answer.
    """

    incident: Incident
    pk: int
    reference: str
    has_clock: bool
    act_by: date | None
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


def with_lines(files: IncidentQuerySet) -> IncidentQuerySet:
    """The files, with what their lines read of them and nothing more."""
    return files.select_related("practitioner__user", "handler", "contract").only(*READ)


def lines(files: Iterable[Incident], *, user: User) -> Iterator[Line]:
    """The lines of files `with_lines`, in their order: two queries for each batch."""
    left = iter(files)
    while batch := list(islice(left, BATCH)):
        contents = openings(batch, characters=OPENING + 1)
        proved = proved_among(batch)
        for incident in batch:
            yield _line(incident, contents[incident.pk], incident.pk in proved, user)


def masked(words: str) -> str:
    """The same words without those that may tell of somebody's health."""
    for finding in reversed(medical_words(words)):
        words = words[: finding.start] + MASK + words[finding.end :]
    return words


def _line(incident: Incident, contents: list[Opening], is_proved: bool, user: User) -> Line:
    practitioner = incident.practitioner
    practice = practitioner.specialty or practitioner.get_profession_display()
    platforms = (content.platform or "non reconnue" for content in contents)
    opening = contents[0].words if contents else ""
    if len(opening) > OPENING:
        opening = f"{opening[:OPENING].rstrip()}…"
    return Line(
        incident,
        incident.pk,
        incident.reference,
        incident.has_clock,
        incident.act_by,
        Situation(incident.situation).label,
        incident.status,
        Status(incident.status).label,
        Outcome(incident.outcome).label if incident.outcome else "",
        WaitingOn(incident.waiting_on).label,
        Source(incident.source).label,
        practitioner.user.name,
        f"{practice}, {practitioner.department}",
        incident.handler.name if incident.handler else "",
        ", ".join(dict.fromkeys(platforms)),
        len(contents),
        masked(opening),
        *cover_of(incident),
        is_proved,
        can_take(user, incident),
        f"{localdate(incident.declared_at):%d/%m/%Y}",
    )


def cover_of(incident: Incident) -> tuple[str, str]:
    """What the contract gives in a word, and its meaning: the light of a file."""
    contract = incident.contract
    if contract is None:
        return "sans contrat", "urgent"
    if contract.has_ereputation_assistance:
        return "e-réputation", "calm"
    if contract.has_legal_protection:
        return "protection juridique", "calm"
    return "à vérifier", "attention"
