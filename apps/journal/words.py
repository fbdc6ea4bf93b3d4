"""What the numbers, codes and dates of an event are called in its sentence."""

from collections.abc import Callable, Mapping
from datetime import date

from apps.directory.models import Partner
from apps.incidents.status import Outcome
from apps.legal.acts import act
from apps.legal.playbook import Step
from apps.legal.republication import PublicationKind
from apps.legal.rules import rule
from apps.legal.taxonomy import Label
from apps.legal.wording import full_date

REASONS = {
    "lawful": "propos permis par la loi",
    "time_barred": "délai dépassé",
    "refused": "refus du sociétaire",
    "prospects": "coût ou chances de succès",
    "other": "autre motif",
}
WITHDRAWALS = {
    "wrong_file": "fichier choisi par erreur",
    "duplicate": "pièce en double",
    "third_person": "données d’une autre personne",
    "other": "autre motif",
}
PRESENCES = {
    "online": "toujours en ligne",
    "removed": "retiré",
    "changed": "modifié",
    "unknown": "introuvable ou invérifiable",
}
CALL_OUTCOMES = {
    "reached": "joint",
    "message_left": "absent, message laissé",
    "no_answer": "pas de réponse",
    "to_call_again": "à rappeler",
    "wrong_number": "numéro faux",
}
COMPLAINT_CHANNELS = {
    "post": "par courrier",
    "phone": "par téléphone",
    "email": "par e-mail",
}
WORDS: dict[str, Callable[[str], str]] = {
    "presence": lambda code: PRESENCES[code],
    "due_on": lambda day: full_date(date.fromisoformat(day)),
    "reported_on": lambda day: full_date(date.fromisoformat(day)),
    "label": lambda code: Label(code).label,
    "step": lambda code: Step(code).label,
    "outcome": lambda code: str(Outcome(code).label),
    "partner_kind": lambda code: str(Partner.Kind(code).label),
    "rule": lambda code: rule(code).label,
    "act": lambda code: act(code).label,
    "publication_kind": lambda code: PublicationKind(code).label,
    "reason": lambda code: REASONS[code],
    "withdrawal": lambda code: WITHDRAWALS[code],
    "done_on": lambda day: full_date(date.fromisoformat(day)),
    "snoozed_until": lambda day: full_date(date.fromisoformat(day)),
    "call_outcome": lambda code: CALL_OUTCOMES[code],
    "complaint_channel": lambda code: COMPLAINT_CHANNELS[code],
    "sent_on": lambda day: full_date(date.fromisoformat(day)),
    "answer_by": lambda day: full_date(date.fromisoformat(day)),
    "act_by": lambda day: full_date(date.fromisoformat(day)),
}

THE_PARTNER: dict[str, str] = {
    Partner.Kind.LAWYER: "l’avocat",
    Partner.Kind.BAILIFF: "le commissaire de justice",
    Partner.Kind.TECHNICAL: "le prestataire technique",
}


def in_words(data: Mapping[str, object]) -> dict[str, object]:
    """The data of an event with words for its codes, and those that only a sentence needs."""
    words = {
        name: WORDS[name](str(value)) if name in WORDS else value for name, value in data.items()
    }
    if "label" in data:
        words["plain"] = Label(str(data["label"])).plain_sentence
    if "partner_kind" in data:
        words["the_partner"] = THE_PARTNER[str(data["partner_kind"])]
    return words
