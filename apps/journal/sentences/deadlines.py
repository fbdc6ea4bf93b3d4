from apps.legal.republication import PublicationKind

from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
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
    Kind.ACT_CHECKED: Sentence(
        "Contenu n° {review} : acte du {done_on} vérifié par une seconde personne ({act}).",
        "Contenu n° {review} : l’acte de procédure du {done_on} a été vérifié.",
        {"review": 1, "act": "ASSIGNATION", "done_on": "2026-11-02"},
    ),
    Kind.ACT_CHECK_UNDONE: Sentence(
        "Contenu n° {review} : vérification de l’acte du {done_on} reprise ({act}).",
        "Contenu n° {review} : l’acte de procédure du {done_on} n’est plus tenu pour sûr.",
        {"review": 1, "act": "ASSIGNATION", "done_on": "2026-11-02"},
    ),
    Kind.DATES_CONFIRMED: Sentence(
        "Contenu n° {review} : date plus tardive confirmée par une seconde personne.",
        "Contenu n° {review} : la date plus tardive a été confirmée.",
        {"review": 1},
    ),
    Kind.REMINDER_ACKNOWLEDGED: Sentence(
        "Contenu n° {review} : rappel d’échéance accusé ({rule}).",
        "",
        {"review": 1, "rule": "PRESS_3M"},
    ),
}
