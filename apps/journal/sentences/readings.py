from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
    Kind.INCIDENT_REREAD: Sentence("Dossier clos relu par sondage."),
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
}
