from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
    Kind.MESSAGE_WRITTEN: Sentence("Message écrit.", "Un message a été écrit."),
    Kind.CALL_BACK_ASKED: Sentence(
        "Le sociétaire demande à être rappelé.",
        "Vous avez demandé à être rappelé.",
        {"call_back": 1},
    ),
    Kind.CALL_BACK_DONE: Sentence(
        "Le sociétaire a été rappelé.", "Nous vous avons rappelé.", {"call_back": 1}
    ),
    Kind.CALL_RECORDED: Sentence(
        "Appel noté : {call_outcome}.", "", {"call": 1, "call_outcome": "message_left"}
    ),
    Kind.CALL_ANSWERED: Sentence(
        "Appel au sociétaire : {call_outcome}.",
        "Nous vous avons appelé.",
        {"call": 1, "call_outcome": "reached"},
    ),
    Kind.CALL_RECEIVED: Sentence(
        "Le sociétaire a appelé.",
        "Vous nous avez appelés.",
        {"call": 1, "call_outcome": "reached"},
    ),
    Kind.CALL_FOLLOWED: Sentence("La suite prévue après un appel est faite.", "", {"call": 1}),
    Kind.COMPLAINT_SENT: Sentence(
        "Réclamation du sociétaire : réponse attendue avant la fin du {answer_by}.",
        "Vous avez fait une réclamation. Nous y répondons au plus tard le {answer_by}.",
        {"complaint": 1, "answer_by": "2027-01-23"},
    ),
    Kind.COMPLAINT_NOTED: Sentence(
        "Réclamation du sociétaire, faite {complaint_channel} le {sent_on} : réponse attendue "
        "avant la fin du {answer_by}.",
        "Nous avons noté votre réclamation, faite {complaint_channel} le {sent_on}. Nous y "
        "répondons au plus tard le {answer_by}.",
        {
            "complaint": 1,
            "complaint_channel": "phone",
            "sent_on": "2026-11-23",
            "answer_by": "2027-01-23",
        },
    ),
    Kind.COMPLAINT_ANSWERED: Sentence(
        "Réponse donnée à la réclamation.",
        "Nous avons répondu à votre réclamation.",
        {"complaint": 1},
    ),
    Kind.NOTE_WRITTEN: Sentence("Note interne écrite."),
    Kind.NOTE_FILE_DOWNLOADED: Sentence("Fichier d’une note interne téléchargé."),
    Kind.INFORMATION_REQUESTED: Sentence(
        "Demande au sociétaire : {items} point(s), réponse attendue avant le {due_on}.",
        "Nous avons besoin de votre réponse avant le {due_on}.",
        {"items": 2, "due_on": "2026-11-30"},
    ),
    Kind.REQUEST_ANSWERED: Sentence(
        "Le sociétaire a répondu à une demande.",
        "Vous avez répondu à une demande.",
        {"request": 1},
    ),
    Kind.REQUEST_WITHDRAWN: Sentence(
        "Demande au sociétaire retirée.",
        "Nous n’avons plus besoin d’un point que nous vous demandions.",
        {"request": 1},
    ),
}
