"""What the numbers, codes and dates of an event are called in its sentence."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from apps.directory.models import Partner
from apps.incidents.status import Outcome
from apps.legal.acts import act
from apps.legal.playbook import LadderStep
from apps.legal.republication import PublicationKind
from apps.legal.rules import rule
from apps.legal.taxonomy import Label
from apps.legal.wording import full_date
from apps.vocabulary.calls import CallOutcome
from apps.vocabulary.complaints import ComplaintChannel
from apps.vocabulary.exhibits import ExhibitWithdrawal
from apps.vocabulary.inaction import InactionReason
from apps.vocabulary.presence import Presence

# Which data are codes, and where each code finds its label.
CODES: dict[str, Callable[[str], Any]] = {
    "act": act,
    "call_outcome": CallOutcome,
    "complaint_channel": ComplaintChannel,
    "label": Label,
    "outcome": Outcome,
    "partner_kind": Partner.Kind,
    "presence": Presence,
    "publication_kind": PublicationKind,
    "reason": InactionReason,
    "rule": rule,
    "step": LadderStep,
    "withdrawal": ExhibitWithdrawal,
}
DATES = {"act_by", "answer_by", "done_on", "due_on", "reported_on", "sent_on", "snoozed_until"}
THE_PARTNER: dict[str, str] = {
    Partner.Kind.LAWYER: "l’avocat",
    Partner.Kind.BAILIFF: "le commissaire de justice",
    Partner.Kind.TECHNICAL: "le prestataire technique",
}


def in_words(data: Mapping[str, object]) -> dict[str, object]:
    """The data of an event with words for its codes, and those that only a sentence needs."""
    words = {name: _word(name, value) for name, value in data.items()}
    if "label" in data:
        words["plain"] = Label(str(data["label"])).plain_sentence
    if "partner_kind" in data:
        words["the_partner"] = THE_PARTNER[str(data["partner_kind"])]
    return words


def _word(name: str, value: object) -> object:
    if name in CODES:
        return CODES[name](str(value)).label
    if name in DATES:
        return full_date(date.fromisoformat(str(value)))
    return value
