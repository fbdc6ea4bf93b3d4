"""What practitioners are most often asked, in words that they understand at once."""

from dataclasses import dataclass

from .models import InformationRequest

INFORMATION = InformationRequest.Kind.INFORMATION
FILE = InformationRequest.Kind.FILE
DECISION = InformationRequest.Kind.DECISION


@dataclass(frozen=True)
class ReadyQuestion:
    """A box to tick: its name at the desk, and the question as the practitioner reads it."""

    label: str
    kind: InformationRequest.Kind
    question: str


READY_QUESTIONS = {
    "publication_date": ReadyQuestion(
        "Date de publication",
        INFORMATION,
        "Quel jour ce contenu a-t-il été publié\u00a0? Recopiez la date affichée, même approchée, "
        "et dites où vous la lisez.",
    ),
    "capture_with_url": ReadyQuestion(
        "Capture avec l’adresse visible",
        FILE,
        "Faites une capture du contenu entier où se lisent l’adresse de la page et l’heure.",
    ),
    "author_page": ReadyQuestion(
        "Capture de la page de l’auteur",
        FILE,
        "Faites une capture de la page de profil de l’auteur de l’avis, avec son adresse.",
    ),
    "own_answer": ReadyQuestion(
        "Copie de la réponse déjà publiée",
        INFORMATION,
        "Recopiez mot pour mot la réponse que vous avez publiée, avec sa date.",
    ),
    "platform_answer": ReadyQuestion(
        "Réponse de la plateforme",
        FILE,
        "Transmettez la réponse de la plateforme à votre signalement.",
    ),
    "bailiff_report": ReadyQuestion(
        "Procès-verbal de constat",
        FILE,
        "Transmettez le procès-verbal du commissaire de justice (ex-huissier), avec ses annexes.",
    ),
    "go_ahead": ReadyQuestion(
        "Accord pour demander le retrait",
        DECISION,
        "Êtes-vous d’accord pour que nous demandions à la plateforme de retirer ce contenu\u00a0?",
    ),
}
