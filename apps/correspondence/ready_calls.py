"""What the most frequent calls are about: a plan to speak from, then to complete into a note."""

from dataclasses import dataclass

from .models import Call

PRACTITIONER = Call.Counterpart.PRACTITIONER
PARTNER = Call.Counterpart.PARTNER
PLATFORM = Call.Counterpart.PLATFORM


@dataclass(frozen=True)
class ReadyCall:
    """A situation: its name at the desk, with whom one speaks, and the words to start from.

    The words may hold the variables of `variables.py`.
    """

    label: str
    counterpart: Call.Counterpart
    words: str


READY_CALLS = {
    "first_contact": ReadyCall(
        "Premier contact",
        PRACTITIONER,
        "Présentation, dossier {reference}.\n"
        "État d’esprit, besoin d’écoute\u00a0:\n"
        "Ne pas répondre en ligne, garder les preuves\u00a0: rappelé.\n"
        "Ce qui manque\u00a0:\n"
        "Ce que nous faisons maintenant\u00a0:",
    ),
    "publication_date": ReadyCall(
        "Demande de date de publication",
        PRACTITIONER,
        "Date affichée sur la page, telle qu’elle est écrite\u00a0:\n"
        "Vue pour la première fois le\u00a0:\n"
        "Capture avec la date\u00a0:",
    ),
    "deadline": ReadyCall(
        "Rappel d’échéance",
        PRACTITIONER,
        "Date prudente annoncée\u00a0: {date_prudente}.\n"
        "Ce qui doit être fait d’ici là, et par qui\u00a0:\n"
        "Choix d’avocat\u00a0:",
    ),
    "lawful": ReadyCall(
        "Annonce d’une lecture «\u00a0critique permise par la loi\u00a0»",
        PRACTITIONER,
        "Désagréable ne veut pas dire illégal\u00a0: expliqué.\n"
        "Réaction\u00a0:\n"
        "Ce que nous proposons (réponse prudente, signalement, veille)\u00a0:\n"
        "Seul un juge peut le dire, et l’avocat de son choix peut être consulté\u00a0: rappelé.",
    ),
    "closing": ReadyCall(
        "Annonce de la clôture",
        PRACTITIONER,
        "Bilan annoncé\u00a0:\n"
        "Ce qui reste possible, et jusqu’à quand\u00a0:\n"
        "Réclamation et médiateur\u00a0: rappelés.",
    ),
    "partner": ReadyCall(
        "Relance d’un partenaire",
        PARTNER,
        "Mission, personne jointe\u00a0:\nOù en est le travail\u00a0:\nDate annoncée\u00a0:",
    ),
    "platform": ReadyCall(
        "Relance d’une plateforme",
        PLATFORM,
        "Service joint, numéro du signalement\u00a0:\nRéponse donnée\u00a0:",
    ),
}
