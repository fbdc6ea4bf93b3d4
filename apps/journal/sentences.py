"""What each kind of event says: a sentence for the insurer, and one for the practitioner if told.

A sentence may name numbers, dates and codes of `data`; codes become words in `words.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from apps.directory.models import Partner
from apps.incidents.status import Outcome
from apps.legal.republication import PublicationKind

from .kinds import Kind
from .words import in_words


@dataclass(frozen=True)
class Sentence:
    insurer: str
    practitioner: str = ""
    sample: Mapping[str, object] = field(default_factory=dict)


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
    Kind.INCIDENT_TAKEN: Sentence(
        "Dossier pris en charge.", "Un gestionnaire a pris votre dossier en charge."
    ),
    Kind.INCIDENT_ENTRUSTED: Sentence(
        "Dossier confié à un gestionnaire.",
        "Un gestionnaire suit maintenant votre dossier.",
        {"user": 1},
    ),
    Kind.INCIDENT_GIVEN_BACK: Sentence("Attribution annulée : le dossier revient à qui l’avait."),
    Kind.INCIDENT_TAGGED: Sentence("Étiquette posée.", sample={"tag": 1}),
    Kind.INCIDENT_UNTAGGED: Sentence("Étiquette retirée.", sample={"tag": 1}),
    Kind.INCIDENT_REREAD: Sentence("Dossier clos relu par sondage."),
    Kind.INCIDENT_SNOOZED: Sentence(
        "Dossier mis en sommeil jusqu’au {snoozed_until}.", "", {"snoozed_until": "2026-12-07"}
    ),
    Kind.INCIDENT_WOKEN: Sentence("Dossier réveillé."),
    Kind.INCIDENT_READ: Sentence("Dossier consulté."),
    Kind.INCIDENT_CLOSED: Sentence(
        "Dossier clos ({outcome}).",
        "Votre dossier est terminé ({outcome}).",
        {"outcome": Outcome.REMOVED_BY_PLATFORM.value},
    ),
    Kind.CLOSING_UNDONE: Sentence(
        "Clôture annulée : le dossier est de nouveau ouvert.",
        "Votre dossier est de nouveau ouvert : sa clôture a été annulée.",
    ),
    Kind.INCIDENT_REOPENED: Sentence(
        "Dossier rouvert.", "Votre dossier est rouvert : nous y travaillons de nouveau."
    ),
    Kind.SATISFACTION_GIVEN: Sentence(
        "Le sociétaire a donné son avis sur l’accompagnement.",
        "Vous nous avez dit ce que vous pensez de notre accompagnement.",
    ),
    Kind.INCIDENT_ABSORBED: Sentence(
        "Dossier réuni au dossier {file}, où tout continue.",
        "Ce dossier est réuni au dossier {file}, où tout continue.",
        {"file": "ER-2026-000002"},
    ),
    Kind.INCIDENT_MERGED: Sentence(
        "Le dossier {file} est réuni à celui-ci.",
        "Votre dossier {file} est réuni à celui-ci. Aucune date n’a reculé.",
        {"file": "ER-2026-000001"},
    ),
    Kind.MERGE_UNDONE: Sentence(
        "Réunion avec le dossier {file} annulée.",
        "Ce dossier et le dossier {file} sont de nouveau suivis à part. Aucune date n’a reculé.",
        {"file": "ER-2026-000001"},
    ),
    Kind.INCIDENT_SPLIT: Sentence(
        "{reviews} contenu(s) séparé(s) dans le dossier {file}.",
        "Une partie de vos contenus est maintenant suivie dans le dossier {file}. Aucune date n’a "
        "reculé.",
        {"reviews": 1, "file": "ER-2026-000003"},
    ),
    Kind.INCIDENT_SPLIT_OFF: Sentence(
        "Dossier ouvert avec {reviews} contenu(s) du dossier {file}.",
        "Ce dossier suit une partie des contenus du dossier {file}. Aucune date n’a reculé.",
        {"reviews": 1, "file": "ER-2026-000001"},
    ),
    Kind.REVIEW_LEFT: Sentence(
        "Contenu n° {review} : passé dans le dossier {file}, où il porte le n° {new_number}.",
        "",
        {"review": 2, "file": "ER-2026-000002", "new_number": 3},
    ),
    Kind.REVIEW_CAME: Sentence(
        "Contenu n° {review} : venu du dossier {file}, où il portait le n° {old_number}.",
        "",
        {"review": 3, "file": "ER-2026-000001", "old_number": 2},
    ),
    Kind.EXHIBIT_LEFT: Sentence(
        "Pièce n° {number} : passée dans le dossier {file}, où elle porte le n° {new_number}.",
        "",
        {"number": 1, "file": "ER-2026-000002", "new_number": 4},
    ),
    Kind.EXHIBIT_SHARED: Sentence(
        "Pièce n° {number} : versée aussi dans le dossier {file}, sous le n° {new_number}.",
        "",
        {"number": 1, "file": "ER-2026-000002", "new_number": 4},
    ),
    Kind.EXHIBIT_CAME: Sentence(
        "Pièce n° {number} : venue du dossier {file}, où elle porte ou portait le n° {old_number}.",
        "",
        {"number": 4, "file": "ER-2026-000001", "old_number": 1},
    ),
    Kind.AUTHOR_LINKED: Sentence(
        "Dossier relié au dossier {file}.", "", {"file": "ER-2026-000002"}
    ),
    Kind.AUTHOR_DISMISSED: Sentence(
        "Rapprochement avec le dossier {file} écarté.", "", {"file": "ER-2026-000002"}
    ),
    Kind.AUTHOR_UNLINKED: Sentence(
        "Rapprochement avec le dossier {file} repris.", "", {"file": "ER-2026-000002"}
    ),
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
    Kind.ONLINE_CHECKED: Sentence(
        "Contenu n° {review} : vérification en ligne, {presence}.",
        "Contenu n° {review} : vérification en ligne, {presence}.",
        {"review": 1, "presence": "removed"},
    ),
    Kind.PLATFORM_REPORTED: Sentence(
        "Contenu n° {review} : signalé à la plateforme le {reported_on}.",
        "Contenu n° {review} : signalé à la plateforme le {reported_on}.",
        {"review": 1, "reported_on": "2026-11-23"},
    ),
    Kind.REVIEW_QUALIFIED: Sentence(
        "Contenu n° {review} : « {label} », orientation du gestionnaire, sans valeur de "
        "qualification judiciaire.",
        "Contenu n° {review} : {plain}",
        {"review": 1, "label": "DIFF_PUB"},
    ),
    Kind.STEP_DONE: Sentence(
        "Contenu n° {review} : démarche « {step} » faite.", "", {"review": 1, "step": "POLICE"}
    ),
    Kind.STEP_SKIPPED: Sentence(
        "Contenu n° {review} : démarche « {step} » écartée.", "", {"review": 1, "step": "BAILIFF"}
    ),
    Kind.STEP_PUT_BACK: Sentence(
        "Contenu n° {review} : démarche « {step} » remise à faire.",
        "",
        {"review": 1, "step": "BAILIFF"},
    ),
    Kind.SECOND_READING_ASKED: Sentence(
        "Contenu n° {review} : une seconde lecture est demandée.", sample={"review": 1}
    ),
    Kind.READING_SECONDED: Sentence(
        "Contenu n° {review} : une seconde personne confirme l’orientation.", sample={"review": 1}
    ),
    Kind.READING_DISPUTED: Sentence(
        "Contenu n° {review} : une seconde personne lit autrement le passage.", sample={"review": 1}
    ),
    Kind.REVIEW_ASSESSED: Sentence(
        "Contenu n° {review} : appréciation destinée à l’avocat mise à jour.", sample={"review": 1}
    ),
    Kind.DEADLINE_OPENED: Sentence(
        "Contenu n° {review} : échéance « {rule} », à agir avant le {act_by}.",
        "Contenu n° {review} : pour agir en justice, nous retenons par prudence le {act_by}.",
        {"review": 1, "rule": "PRESS_3M", "act_by": "2026-11-13"},
    ),
    Kind.DEADLINE_UNDATED: Sentence(
        "Contenu n° {review} : date de publication inconnue, à traiter comme presque finie.",
        "Contenu n° {review} : sans date de publication, nous travaillons comme si le délai "
        "était presque fini.",
        {"review": 1},
    ),
    Kind.PUBLICATION_CHANGED: Sentence(
        "Contenu n° {review} : la date de publication a été changée.",
        "Contenu n° {review} : la date de publication a été précisée.",
        {"review": 1},
    ),
    Kind.PUBLICATION_ADDED: Sentence(
        "Contenu n° {review} : nouvelle mise en ligne notée ({publication_kind}).",
        "Contenu n° {review} : une nouvelle mise en ligne a été notée.",
        {"review": 1, "publication_kind": PublicationKind.REPOST.value},
    ),
    Kind.ACT_RECORDED: Sentence(
        "Contenu n° {review} : acte du {done_on} enregistré ({act}).",
        "Contenu n° {review} : un acte de procédure du {done_on} a été enregistré.",
        {"review": 1, "act": "ASSIGNATION", "done_on": "2026-11-02"},
    ),
    Kind.REMINDER_ACKNOWLEDGED: Sentence(
        "Contenu n° {review} : rappel d’échéance accusé ({rule}).",
        "",
        {"review": 1, "rule": "PRESS_3M"},
    ),
    Kind.INACTION_DECIDED: Sentence(
        "Contenu n° {review} : décision de ne pas agir signée ({reason}).",
        "",
        {"review": 1, "reason": "lawful"},
    ),
    Kind.INACTION_SECONDED: Sentence(
        "Contenu n° {review} : la décision de ne pas agir prend effet ({reason}).",
        "Contenu n° {review} : nous vous avons informé que nous n’engagerons pas d’action.",
        {"review": 1, "reason": "lawful"},
    ),
    Kind.EXHIBIT_ADDED: Sentence(
        "Pièce n° {number} ajoutée.", "La pièce n° {number} a été ajoutée.", {"number": 1}
    ),
    Kind.EXHIBIT_REPLACED: Sentence(
        "Pièce n° {number} remplacée par la pièce n° {new_number}.",
        "La pièce n° {number} a été remplacée par la pièce n° {new_number}.",
        {"number": 1, "new_number": 4},
    ),
    Kind.EXHIBIT_WITHDRAWN: Sentence(
        "Pièce n° {number} retirée ({withdrawal}).",
        "La pièce n° {number} a été retirée ({withdrawal}).",
        {"number": 1, "withdrawal": "wrong_file"},
    ),
    Kind.EXHIBIT_LINKED: Sentence(
        "Pièce n° {number} reliée à {reviews} contenu(s) et {passages} passage(s).",
        "",
        {"number": 1, "reviews": 1, "passages": 2},
    ),
    Kind.EXHIBIT_DOWNLOADED: Sentence("Pièce n° {number} téléchargée.", "", {"number": 1}),
    Kind.RECEIPT_MADE: Sentence(
        "Accusé de réception de la déclaration produit.", "Votre accusé de réception est prêt."
    ),
    Kind.RECEIPT_DOWNLOADED: Sentence("Accusé de réception téléchargé."),
    Kind.LETTER_RESENT: Sentence("Courrier renvoyé après un échec de remise.", "", {"letter": 1}),
    Kind.LAWYER_REQUESTED: Sentence(
        "Choix d’avocat exprimé par écrit par le sociétaire (C. assur. L. 127-3).",
        "Vous avez exprimé votre choix d’avocat par écrit.",
    ),
    Kind.ASSIGNMENT_PROPOSED: Sentence(
        "Mission {assignment} proposée : {partner_kind}.",
        "Nous avons saisi {the_partner}.",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_ACCEPTED: Sentence(
        "Mission {assignment} acceptée : {partner_kind}.",
        "La mission confiée à {the_partner} est acceptée.",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_DECLINED: Sentence(
        "Mission {assignment} refusée : {partner_kind}.",
        "",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_ENDED: Sentence(
        "Mission {assignment} terminée : {partner_kind}.",
        "La mission confiée à {the_partner} est terminée.",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_READ: Sentence(
        "Mission {assignment} consultée.", "", {"assignment": "M-000001"}
    ),
    Kind.DOSSIER_COMPILED: Sentence(
        "Dossier PDF établi pour {the_partner}, version {version}.",
        "",
        {"partner_kind": Partner.Kind.LAWYER.value, "version": 1},
    ),
    Kind.DOSSIER_RENDERED: Sentence(
        "Dossier PDF produit pour {the_partner}, version {version}.",
        "Votre dossier est prêt pour {the_partner}.",
        {"partner_kind": Partner.Kind.LAWYER.value, "version": 1},
    ),
    Kind.DOSSIER_DOWNLOADED: Sentence(
        "Dossier PDF téléchargé par {the_partner}, version {version}.",
        "",
        {"dossier": 1, "partner_kind": Partner.Kind.LAWYER.value, "version": 1},
    ),
}


def sentence(kind: Kind, data: Mapping[str, object], *, for_practitioner: bool = False) -> str:
    """The event in one French sentence."""
    template = SENTENCES[kind]
    text = template.practitioner if for_practitioner else template.insurer
    return text.format(**in_words(data))


def told_to_practitioner() -> list[Kind]:
    """The kinds of which the practitioner reads something."""
    return [kind for kind in Kind if SENTENCES[kind].practitioner]
