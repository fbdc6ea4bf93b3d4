from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
    Kind.INCIDENT_DECLARED: Sentence(
        "Dossier déclaré par le sociétaire : {reviews} contenu(s).",
        "Vous avez déclaré ce dossier. Nous l’avons bien reçu.",
        {"reviews": 2},
    ),
    Kind.INCIDENT_PREPARED: Sentence(
        "Déclaration préparée par un délégué du sociétaire.",
        "Votre délégué a préparé cette déclaration et vous l’a transmise.",
    ),
    Kind.INCIDENT_PHONED: Sentence(
        "Dossier déclaré par téléphone pour le sociétaire : {reviews} contenu(s).",
        "Votre déclaration a été prise par téléphone. Le dossier est ouvert.",
        {"reviews": 2},
    ),
    Kind.INCIDENT_CONFIRMED: Sentence(
        "Déclaration par téléphone confirmée par le sociétaire.",
        "Vous avez confirmé la déclaration prise par téléphone.",
    ),
    Kind.RECEIPT_MADE: Sentence(
        "Accusé de réception de la déclaration produit.", "Votre accusé de réception est prêt."
    ),
    Kind.RECEIPT_DOWNLOADED: Sentence("Accusé de réception téléchargé."),
}
