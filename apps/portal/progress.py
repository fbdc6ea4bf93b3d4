"""Where a file stands, in the few words that a practitioner reads, and who acts next."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localdate

from apps.incidents.models import Incident
from apps.incidents.status import Status, WaitingOn
from apps.legal.territories import is_business_day
from apps.ui.wording import full_date

OFFICE = "75"  # the department where the insurer works


@dataclass(frozen=True)
class Progress:
    """A status tag, what happened, and the next step."""

    word: str
    meaning: str
    happened: str
    next_step: str


def progress(incident: Incident, *, today: date) -> Progress:
    word, meaning, happened = WORDS[Status(incident.status)]
    if incident.is_open and incident.waiting_on == WaitingOn.PRACTITIONER:
        word, meaning = "Votre réponse est attendue", "attention"
    return Progress(word, meaning, happened, _next_step(incident, today))


def first_answer_by(declared_on: date) -> date:
    """The working day before whose noon a handler writes to the practitioner (COM-03)."""
    day = declared_on + timedelta(days=1)
    while not is_business_day(day, OFFICE):
        day += timedelta(days=1)
    return day


def _next_step(incident: Incident, today: date) -> str:
    if incident.status == Status.RECEIVED:
        answer_by = first_answer_by(localdate(incident.declared_at))
        when = f" avant le {full_date(answer_by)} à midi" if answer_by >= today else ""
        return f"Un gestionnaire prend votre dossier en charge et vous écrit{when}."
    if not incident.is_open:
        return ""
    return NEXT_STEPS[WaitingOn(incident.waiting_on)]


# The status, what it means for the eye, what happened.
WORDS = {
    Status.RECEIVED: ("Reçu", "information", "Nous avons bien reçu votre déclaration."),
    Status.UNDER_REVIEW: (
        "En cours d’analyse",
        "information",
        "Un gestionnaire suit votre dossier et lit ce que vous nous avez confié.",
    ),
    Status.QUALIFIED: (
        "En cours d’analyse",
        "information",
        "Votre gestionnaire a donné une première lecture des mots publiés.",
    ),
    Status.IN_ACTION: ("Action en cours", "information", "Une action est engagée."),
    Status.CLOSED: ("Terminé", "calm", "Votre dossier est terminé."),
}
NEXT_STEPS = {
    WaitingOn.PRACTITIONER: "Vous répondez à votre gestionnaire, par message.",
    WaitingOn.HANDLER: "Votre gestionnaire poursuit le travail. Vous n’avez rien à faire.",
    WaitingOn.PARTNER: "Le professionnel saisi nous répond. Vous n’avez rien à faire.",
    WaitingOn.PLATFORM: "La plateforme nous répond. Vous n’avez rien à faire.",
    WaitingOn.NOBODY: "Votre gestionnaire vous écrit s’il y a du nouveau.",
}
