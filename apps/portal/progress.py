"""Where a file stands, in the few words that a practitioner reads, and who acts next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from apps.casework.letters.promise import first_answer, next_news
from apps.incidents.models import Incident
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.ui.wording import day_and_hour, full_date

from .story import awaited_answers
from .to_do import ToDo


@dataclass(frozen=True)
class Progress:
    """A status tag, what happened, the next step and whether it is the practitioner's."""

    word: str
    meaning: str
    happened: str
    next_step: str
    is_yours: bool = False


def progress(
    incident: Incident,
    *,
    today: date,
    awaited: Sequence[ToDo] = (),
    told_at: datetime | None = None,
) -> Progress:
    """Where the file stands, who acts next, by when.

    `awaited` is what the practitioner has to do on it; `told_at`, when something that they may see
    last happened: from there runs the promise of news.
    """
    word, meaning, happened = WORDS[Status(incident.status)]
    if not incident.is_open:
        if incident.outcome == Outcome.LAWFUL:
            word, happened = ACCOMPANIED
        return Progress(word, meaning, happened, "")
    dated = [item.due_on for item in awaited if item.due_on]
    if dated or incident.waiting_on == WaitingOn.PRACTITIONER:
        word, meaning = AWAITED
    if dated:
        step = f"Vous répondez à votre gestionnaire avant le {full_date(min(dated))}."
        return Progress(word, meaning, happened, step, is_yours=True)
    step = f"{_next_step(incident, today)}{_news(incident, told_at, today)}"
    is_yours = bool(awaited) or incident.waiting_on == WaitingOn.PRACTITIONER
    if not is_yours:
        step = f"{step} {NOTHING_TO_DO}"
    return Progress(word, meaning, happened, step, is_yours=is_yours)


def _next_step(incident: Incident, today: date) -> str:
    """Who acts next, and by when where a day is known."""
    if incident.status == Status.RECEIVED:
        answer_by = first_answer(incident)
        when = f" avant le {day_and_hour(answer_by)}" if localdate(answer_by) >= today else ""
        return f"Un gestionnaire prend votre dossier en charge et vous écrit{when}."
    answers = awaited_answers(incident)
    if incident.waiting_on == WaitingOn.PARTNER and answers and answers[0][1] >= today:
        return f"Le professionnel saisi nous répond avant le {full_date(answers[0][1])}."
    return NEXT_STEPS[WaitingOn(incident.waiting_on)]


def _news(incident: Incident, told_at: datetime | None, today: date) -> str:
    """By when they hear of us, where it is not their turn and no answer is promised yet."""
    silent = incident.status == Status.RECEIVED or incident.waiting_on == WaitingOn.PRACTITIONER
    if silent or told_at is None or next_news(told_at) < today:
        return ""
    day = full_date(next_news(told_at))
    return f" Vous avez de nos nouvelles au plus tard le {day}, même si rien n’a bougé."


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
    Status.MERGED: (
        "Réuni",
        "information",
        "Votre dossier est réuni à un autre.",
    ),
    Status.CLOSED: ("Terminé", "calm", "Votre dossier est terminé."),
}
ACCOMPANIED = (
    "Accompagné",
    "Nous avons lu ces mots avec vous. Ils semblent permis par la loi. Nos conseils restent ici.",
)
AWAITED = ("Votre réponse est attendue", "attention")
NOTHING_TO_DO = "Vous n’avez rien à faire."
NEXT_STEPS = {
    WaitingOn.PRACTITIONER: "Vous répondez à votre gestionnaire, par message.",
    WaitingOn.HANDLER: "Votre gestionnaire poursuit le travail.",
    WaitingOn.PARTNER: "Le professionnel saisi poursuit sa mission.",
    WaitingOn.PLATFORM: "La plateforme nous répond.",
    WaitingOn.NOBODY: "Votre gestionnaire vous écrit s’il y a du nouveau.",
}
