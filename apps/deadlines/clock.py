"""The only writer of deadlines. It asks the law and writes down the answer; it decides nothing."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localdate

from apps.incidents.models import Incident, Publication, Qualification, Review
from apps.legal.limitation import Limitation, compute
from apps.legal.rules import rule

from .models import Deadline
from .urgency import place_in_queue

STRICTEST_RULE = "PRESS_3M"  # runs from the declaration on, whatever the label (legal.md §2.5)


def set_clocks(review: Review, *, at: datetime) -> list[Deadline]:
    """Open the deadlines that this review's publications and labels call for.

    A deadline whose dates have not changed is left alone; one that has is closed and re-opened as
    a new row. The strictest rule always runs, so a label never moves the driving date later.
    Returns the open deadlines.
    """
    territory = review.incident.practitioner.department
    acts = [act.done for act in review.acts.open()]
    wanted = []
    for publication in review.publications.open().order_by("number"):
        for code in _rule_codes(review):
            limitation = compute(rule(code), publication.window, territory=territory, acts=acts)
            wanted.append(_keep_or_reopen(review, publication, limitation, at=at))
    review.deadlines.open().exclude(pk__in=[deadline.pk for deadline in wanted]).update(
        closed_at=at
    )
    place_in_queue([review.incident_id], today=localdate(at))
    return wanted


def stop_clocks(reviews: Iterable[Review], *, at: datetime) -> None:
    """Close every open deadline of these reviews: the file has been decided."""
    reviews = list(reviews)
    Deadline.objects.open().filter(review__in=reviews).update(closed_at=at)
    place_in_queue({review.incident_id for review in reviews}, today=localdate(at))


def move_clocks(reviews: Iterable[Review], *, to: Incident, at: datetime) -> None:
    """Hand the deadlines of these reviews, past and open, to the file that now holds them.

    They are the same rows: no date moves, and what was reminded or acknowledged stays so.
    """
    moved = Deadline.objects.filter(review__in=list(reviews))
    files = {to.pk, *moved.values_list("incident_id", flat=True)}
    moved.update(incident=to)
    place_in_queue(files, today=localdate(at))


def stop_reminding(review: Review) -> None:
    """No more reminders for this review: two people have decided not to act. Its dates stay."""
    review.deadlines.open().update(has_reminders=False)


def _rule_codes(review: Review) -> list[str]:
    open_ones = Qualification.objects.open().filter(passage__review=review)
    labels = [qualification.legal for qualification in open_ones.order_by("pk")]
    codes = [STRICTEST_RULE, *(code for label in labels for code in label.rule_codes)]
    return list(dict.fromkeys(codes))


def _keep_or_reopen(
    review: Review, publication: Publication, limitation: Limitation, *, at: datetime
) -> Deadline:
    facts = {
        "rule_version": limitation.rule.version,
        "legal_last_day": limitation.legal_last_day,
        "prudent_day": limitation.prudent_day,
        "act_by": limitation.act_by,
        "last_service_day": limitation.last_service_day,
        "explanation": list(limitation.steps),
    }
    in_force = Deadline.objects.open().filter(
        review=review, publication=publication, rule_code=limitation.rule.code
    )
    current = in_force.first()
    if current and all(getattr(current, name) == value for name, value in facts.items()):
        return current
    in_force.update(closed_at=at)
    return Deadline.objects.create(
        incident=review.incident,
        review=review,
        publication=publication,
        rule_code=limitation.rule.code,
        opened_at=at,
        **facts,
    )
