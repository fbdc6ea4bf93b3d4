from apps.incidents.status import Outcome

from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
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
}
