"""What labels may change: each rule that one of them opens on a review, and the date it gives."""

from datetime import date

from apps.deadlines.clock import acts_of
from apps.deadlines.models import Deadline
from apps.deadlines.reckoning import labelled_passages, reckon
from apps.incidents.models import Review
from apps.legal.taxonomy import Label


def effects_on(review: Review, *, today: date) -> list[Deadline]:
    """The deadlines that the rules open from the first posting of this review, the one that always
    runs first; they are not saved."""
    publication = review.publications.open().order_by("number")[0]
    acts, passages = acts_of(review), labelled_passages(review)
    territory = review.incident.practitioner.department
    codes = dict.fromkeys(code for label in Label for code in label.rule_codes)
    answers = (
        reckon(publication, code, acts, passages=passages, territory=territory, today=today)
        for code in codes
    )
    return [
        Deadline(rule_code=answer.first.rule.code, publication=publication, **answer.facts)
        for answer in answers
        if answer
    ]
