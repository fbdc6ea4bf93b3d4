"""What has been done about a content, and what each act does to its dates, in words."""

from dataclasses import dataclass
from datetime import date

from apps.deadlines.clock import acts_of
from apps.deadlines.effects import effect_of, effects_of
from apps.deadlines.models import Deadline, InactionDecision, InterruptingAct
from apps.deadlines.reckoning import Reckoning, labelled_passages, reckon
from apps.incidents.models import Publication, Review
from apps.legal.interruption import Doubt
from apps.legal.limitation import Dates


@dataclass(frozen=True)
class Proceedings:
    """`acts` come with what each did to the strictest term of the first putting on line that it
    names."""

    review: Review
    publications: list[Publication]
    replaced: list[Publication]
    acts: list[tuple[InterruptingAct, str]]
    decision: InactionDecision | None


@dataclass(frozen=True)
class Change:
    """What an act that is not recorded yet would do to an open deadline: the date at once, and the
    one that a second person would make right."""

    deadline: Deadline
    act_by: date | None
    confirmed: date | None
    sentence: str


def proceedings(review: Review, *, today: date) -> Proceedings:
    """Prefetch `publications`, `acts` with what hangs on them, `passages__qualifications` and
    `inaction_decisions` when there are several reviews."""
    publications = sorted(review.publications.all(), key=lambda one: (one.number, one.opened_at))
    in_force = [one for one in publications if one.closed_at is None]
    acts = sorted(
        (act for act in review.acts.all() if act.closed_at is None),
        key=lambda act: (act.done_on, act.pk),
    )
    decisions = (one for one in review.inaction_decisions.all() if one.closed_at is None)
    return Proceedings(
        review=review,
        publications=in_force,
        replaced=[one for one in publications if one.closed_at],
        acts=list(
            effects_of(
                acts,
                in_force,
                passages=_labelled(review),
                territory=review.incident.practitioner.department,
                today=today,
            )
        ),
        decision=next(decisions, None),
    )


def changes(
    review: Review,
    act: InterruptingAct,
    *,
    today: date,
    instead_of: InterruptingAct | None = None,
) -> list[Change]:
    """What this act, not saved yet, would do to each open deadline of the review, the most urgent
    first; it may replace one that is corrected."""
    others = [
        one
        for one in acts_of(review)
        if one != instead_of
        and (one.code, one.done_on) != (act.code, act.done_on)  # recorded again, it is replaced
    ]
    acts, passages = [*others, act], labelled_passages(review)
    found = []
    rows = review.deadlines.open().filter(act=None).select_related("publication").by_urgency()
    for deadline in rows:
        answer = reckon(
            deadline.publication,
            deadline.rule_code,
            acts,
            passages=passages,
            territory=review.incident.practitioner.department,
            today=today,
        )
        if answer is None:
            continue
        confirmed = _if_confirmed(answer)
        found.append(
            Change(
                deadline,
                answer.driving.act_by,
                confirmed.act_by if confirmed else None,
                effect_of(act.done, answer, names_it=act.is_about(deadline.publication)),
            )
        )
    return found


def _labelled(review: Review) -> set[int]:
    """The passages that bear a label in force, from what was prefetched."""
    return {
        passage.pk
        for passage in review.passages.all()
        if any(reading.closed_at is None for reading in passage.qualifications.all())
    }


def _if_confirmed(answer: Reckoning) -> Dates | None:
    beside = (one for one in answer.first.beside if one.doubt is Doubt.PENDING_ACT)
    return next((one.dates for one in beside), None)
