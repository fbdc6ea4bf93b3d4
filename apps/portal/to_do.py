"""« À faire »: what a file awaits from its practitioner, found in the facts, each with its page."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.incidents.circumstances import Source
from apps.incidents.models import Incident, Qualification
from apps.legal.taxonomy import Label

# What `to_do` reads of each file: give it to `prefetch_related`, with `lawyer_request` selected.
READS = (
    "information_requests",
    "reviews__online_checks",
    "reviews__passages__qualifications",
)
NO_LAWYER_NEEDED = {
    Label.OPINION,
    Label.FACTUAL_ERROR,
    Label.FAUX_AVIS,
    Label.RGPD,
    Label.UNDETERMINED,
}
LONGEST_LABEL = 90  # characters


@dataclass(frozen=True)
class ToDo:
    """One thing to do, on a page of its own, and the day before which it is awaited."""

    label: str
    url: str
    due_on: date | None = None


def to_do(incident: Incident) -> list[ToDo]:
    """What the practitioner has to do on this file, the most pressing first; none once closed."""
    if not incident.is_open:
        return []
    items = [*_confirmation(incident), *_requests(incident)]
    if any(check.answered_at is None for check in _checks(incident)):
        url = reverse("portal:online_checks", args=[incident.reference])
        items.append(ToDo("Dire si le contenu est toujours en ligne", url))
    if calls_for_a_lawyer(incident):
        url = reverse("portal:lawyer", args=[incident.reference])
        items.append(ToDo("Choisir votre avocat", url))
    return items


def calls_for_a_lawyer(incident: Incident) -> bool:
    """Words of this file may be an offence, and the free choice of a lawyer is not made yet."""
    if getattr(incident, "lawyer_request", None):
        return False
    return any(reading.legal not in NO_LAWYER_NEEDED for reading in _readings(incident))


def _confirmation(incident: Incident) -> list[ToDo]:
    if incident.source != Source.PHONE or incident.confirmed_at:
        return []
    url = reverse("portal:confirm_declaration", args=[incident.reference])
    return [ToDo("Relire et confirmer la déclaration faite par téléphone", url)]


def _requests(incident: Incident) -> list[ToDo]:
    return [
        ToDo(
            short(request.question),
            reverse("portal:answer_request", args=[incident.reference, request.pk]),
            request.due_on,
        )
        for request in incident.information_requests.all()
        if request.is_pending
    ]


def _checks(incident: Incident) -> list:
    return [check for review in incident.reviews.all() for check in review.online_checks.all()]


def _readings(incident: Incident) -> list[Qualification]:
    return [
        reading
        for review in incident.reviews.all()
        for passage in review.passages.all()
        for reading in passage.qualifications.all()
        if not reading.closed_at
    ]


def short(question: str) -> str:
    """The question on one line, cut when it is long."""
    line = " ".join(question.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[:LONGEST_LABEL].rstrip()}…"
