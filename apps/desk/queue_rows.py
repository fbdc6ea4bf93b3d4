"""One line of the queue: what a handler needs in order to choose."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.accounts.models import User
from apps.casework.access import can_take
from apps.casework.queue_facts import is_proved, openings
from apps.incidents.models import Incident, IncidentQuerySet
from apps.legal.medical_words import medical_words

OPENING = 90  # characters of the first content
MASK = "[…]"


@dataclass(frozen=True)
class Line:
    """A file as the queue shows it; `opening` has its medical words masked."""

    incident: Incident
    platforms: list[str]
    contents: int
    opening: str
    cover: str
    is_proved: bool
    may_take: bool


def with_lines(files: IncidentQuerySet) -> IncidentQuerySet:
    """What the lines read, fetched at once."""
    return (
        files.annotate(proved=is_proved())
        .select_related("practitioner__user", "handler", "contract")
        .prefetch_related(openings(OPENING + 1))
    )


def lines(files: Iterable[Incident], *, user: User) -> list[Line]:
    return [_line(incident, user) for incident in files]


def masked(words: str) -> str:
    """The same words without those that may tell of somebody's health."""
    for finding in reversed(medical_words(words)):
        words = words[: finding.start] + MASK + words[finding.end :]
    return words


def _line(incident: Incident, user: User) -> Line:
    reviews = sorted(incident.reviews.all(), key=lambda review: review.number)
    names = (str(review.platform or "non reconnue") for review in reviews)
    opening = reviews[0].opening if reviews else ""
    if len(opening) > OPENING:
        opening = f"{opening[:OPENING].rstrip()}…"
    return Line(
        incident,
        list(dict.fromkeys(names)),
        len(reviews),
        masked(opening),
        _cover(incident),
        incident.proved,
        can_take(user, incident),
    )


def _cover(incident: Incident) -> str:
    contract = incident.contract
    if contract is None:
        return "sans contrat"
    if contract.has_ereputation_assistance:
        return "e-réputation"
    return "protection juridique" if contract.has_legal_protection else "à vérifier"
