"""What has been done about a content, and what each act does to its dates, in words."""

from dataclasses import dataclass
from datetime import date

from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.models import Deadline, InactionDecision, InterruptingAct
from apps.incidents.models import Publication, Review
from apps.legal.acts import ActDone
from apps.legal.explanation import act_step
from apps.legal.interruption import follow
from apps.legal.limitation import compute
from apps.legal.rules import Rule, rule
from apps.legal.territories import territory

WITHOUT_A_DATE = "Sans date de publication, l’effet de cet acte ne se calcule pas."


@dataclass(frozen=True)
class Proceedings:
    """`acts` come with what each did to the strictest term of the first putting on line."""

    review: Review
    publications: list[Publication]
    replaced: list[Publication]
    acts: list[tuple[InterruptingAct, str]]
    decision: InactionDecision | None


@dataclass(frozen=True)
class Change:
    """What an act that is not recorded yet would do to an open deadline."""

    deadline: Deadline
    act_by: date | None
    sentence: str


def proceedings(review: Review) -> Proceedings:
    """Prefetch `publications`, `acts` and `inaction_decisions` when there are several reviews."""
    publications = sorted(review.publications.all(), key=lambda one: (one.number, one.opened_at))
    in_force = [one for one in publications if one.closed_at is None]
    acts = [act for act in review.acts.all() if act.closed_at is None]
    effects = _effects(rule(STRICTEST_RULE), in_force[0], review, [act.done for act in acts])
    decisions = (one for one in review.inaction_decisions.all() if one.closed_at is None)
    return Proceedings(
        review=review,
        publications=in_force,
        replaced=[one for one in publications if one.closed_at],
        acts=[(act, effects[act.done]) for act in acts],
        decision=next(decisions, None),
    )


def changes(review: Review, done: ActDone) -> list[Change]:
    """What this act would do to each open deadline of the review, the most urgent first."""
    others = [
        act.done
        for act in review.acts.open()
        if (act.code, act.done_on) != (done.code, done.on)  # recorded again, it is replaced
    ]
    acts = [*others, done]
    place = review.incident.practitioner.department
    found = []
    for deadline in review.deadlines.open().select_related("publication").by_urgency():
        window = deadline.publication.window
        after = compute(deadline.rule, window, territory=place, acts=acts)
        sentence = _effects(deadline.rule, deadline.publication, review, acts)[done]
        found.append(Change(deadline, after.act_by, sentence))
    return found


def _effects(
    rule: Rule, publication: Publication, review: Review, acts: list[ActDone]
) -> dict[ActDone, str]:
    if publication.earliest is None:
        return dict.fromkeys(acts, WITHOUT_A_DATE)
    place = territory(review.incident.practitioner.department)
    followed = follow(rule, publication.earliest, acts, place)
    return {consequence.done: act_step(rule, consequence) for consequence in followed}
