"""What labels may change: each rule that one of them opens on a review, and the date it gives."""

from dataclasses import dataclass
from datetime import date

from apps.incidents.models import Review
from apps.legal.limitation import compute
from apps.legal.rules import Rule, rule
from apps.legal.taxonomy import Label


@dataclass(frozen=True)
class DatedRule:
    rule: Rule
    act_by: date | None


def effects_on(review: Review) -> list[DatedRule]:
    """The rules that run from the first posting of this review, the one that always runs first."""
    window = review.publications.open().order_by("number")[0].window
    territory = review.incident.practitioner.department
    acts = [act.done for act in review.acts.open()]
    codes = dict.fromkeys(code for label in Label for code in label.rule_codes)
    return [
        DatedRule(rule(code), compute(rule(code), window, territory=territory, acts=acts).act_by)
        for code in codes
    ]
