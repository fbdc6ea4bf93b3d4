from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from apps.accounts.models import User
from apps.casework.letters.recipients import seniors
from apps.deadlines.clock import set_clocks
from apps.deadlines.models import InterruptingAct, Proceeding
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Passage, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.act_shape import Condition, Route, Standing
from apps.legal.acts import act as find_act
from apps.mailbox.post import post
from apps.refusals import Refused

from .tell_dates import Before, tell_dates


class CorrectedMeanwhile(Refused):
    """A colleague has just corrected this act."""


@dataclass(frozen=True)
class Subject:
    """What an act is about: a content, the numbers of its puttings on line, some of its passages
    (none: the whole content)."""

    review: Review
    publications: Sequence[int] = (1,)
    passages: Sequence[Passage] = ()


@dataclass(frozen=True, kw_only=True)
class ActFacts:
    """An act as it took place. `served_in` is the department number of the place of service, empty
    when unknown; the sum of the deposit is in euros."""

    code: str
    done_on: date
    done_by: str
    is_regular: bool = True
    conditions: Sequence[Condition] = ()
    served_in: str = ""
    judge_allowed: bool = False
    in_presence: bool = False
    deposit_sum: Decimal | None = None
    deposit_due_on: date | None = None
    deposit_paid_on: date | None = None
    deposit_waived: bool = False
    exhibit: Exhibit | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """What its row writes down."""
        fields = {name: getattr(self, name) for name in asdict(self) if name != "exhibit"}
        codes = sorted(condition.value for condition in self.conditions)
        return {**fields, "conditions": codes, "exhibit": self.exhibit}


@transaction.atomic
def record_act(
    subjects: Sequence[Subject],
    *,
    facts: ActFacts,
    by: User,
    at: datetime,
    proceeding: Proceeding | None = None,
    court: str = "",
    case_number: str = "",
    corrected: InterruptingAct | None = None,
) -> list[InterruptingAct]:
    """Write down a procedural act, a row for each content of one file that it is about.

    One that could put a date off waits for a second person, and moves nothing until then; one said
    to be irregular brings the earlier dates back at once (legal.md §18.1). An act that opens a suit
    opens a `Proceeding`; a step belongs to the one given, or to none. Recorded again with the same
    facts, it is one act; with other facts the first row is closed and kept. `corrected` is the act
    that these facts replace: what they no longer name of it is closed too. Raises
    `CorrectedMeanwhile`.
    """
    incident = subjects[0].review.locked_incident()
    kind = find_act(facts.code)
    if corrected:
        _close_unnamed(corrected, subjects, facts, by=by, at=at)
    if kind.opens:
        known = _suit_of(corrected, subjects, facts)
        proceeding = _opened(incident, known, facts, court, case_number, by=by, at=at)
    elif kind.standing is Standing.ALONE:
        proceeding = None
    acts = [_record_one(incident, subject, facts, proceeding, by=by, at=at) for subject in subjects]
    if waiting := [act for act in acts if act.recorded_at == at and act.is_pending]:
        _ask_for_a_check(waiting[0], incident, by=by, at=at)
    return acts


def _in_force(subjects: Sequence[Subject], facts: ActFacts) -> QuerySet[InterruptingAct]:
    reviews = [subject.review for subject in subjects]
    return InterruptingAct.objects.open().filter(
        review__in=reviews, code=facts.code, done_on=facts.done_on
    )


def _suit_of(
    corrected: InterruptingAct | None, subjects: Sequence[Subject], facts: ActFacts
) -> Proceeding | None:
    """The suit that this act has opened already, when it is corrected or recorded again."""
    if corrected and corrected.kind.opens:
        return corrected.proceeding
    same = _in_force(subjects, facts).select_related("proceeding").first()
    return same.proceeding if same else None


def _close_unnamed(
    corrected: InterruptingAct,
    subjects: Sequence[Subject],
    facts: ActFacts,
    *,
    by: User,
    at: datetime,
) -> None:
    """Close what the act was recorded about, or the day that it bore, and no longer is."""
    corrected.refresh_from_db(fields=["closed_at"])
    named = set(_in_force(subjects, facts).values_list("pk", flat=True))
    if corrected.closed_at and not named:
        raise CorrectedMeanwhile(
            "Un collègue vient de corriger cet acte. Relisez-le avant votre correction."
        )
    rows = corrected.same_act.exclude(pk__in=named).select_related("review__incident")
    for row in rows if corrected.closed_at is None else ():
        row.closed_at = at
        row.save(update_fields=["closed_at"])
        before = Before(row.review)
        set_clocks(row.review, at=at, by=by)
        tell_dates(before, actor=by, at=at)


def _opened(
    incident: Incident,
    known: Proceeding | None,
    facts: ActFacts,
    court: str,
    case_number: str,
    *,
    by: User,
    at: datetime,
) -> Proceeding:
    """The suit that this act opens, or has opened."""
    routes = find_act(facts.code).routes
    route = next(route for route in Route if route in routes)
    if known:
        known.court, known.case_number = court or known.court, case_number or known.case_number
        known.route = route
        known.save(update_fields=["court", "case_number", "route"])
        return known
    last = incident.proceedings.aggregate(last=Max("number"))["last"] or 0
    return Proceeding.objects.create(
        incident=incident,
        number=last + 1,
        route=route,
        court=court,
        case_number=case_number,
        recorded_by=by,
        recorded_at=at,
    )


def _record_one(
    incident: Incident,
    subject: Subject,
    facts: ActFacts,
    proceeding: Proceeding | None,
    *,
    by: User,
    at: datetime,
) -> InterruptingAct:
    review = subject.review
    columns = {
        **facts.columns,
        "proceeding": proceeding,
        "publications": sorted(subject.publications),
    }
    named = {passage.pk for passage in subject.passages}
    in_force = review.acts.open().filter(code=facts.code, done_on=facts.done_on).first()
    if in_force and _bears(in_force, columns, named):
        return in_force
    if in_force:
        in_force.closed_at = at
        in_force.save(update_fields=["closed_at"])
    act = InterruptingAct.objects.create(review=review, recorded_by=by, recorded_at=at, **columns)
    act.passages.set(named)
    about = {"review": review.number, "act": facts.code, "done_on": facts.done_on.isoformat()}
    record(Kind.ACT_RECORDED, incident=incident, actor=by, at=at, **about)
    before = Before(review)
    set_clocks(review, at=at, by=by)
    tell_dates(before, actor=by, at=at)
    return act


def _bears(act: InterruptingAct, columns: dict[str, Any], named: set[int]) -> bool:
    return all(getattr(act, name) == value for name, value in columns.items()) and named == set(
        act.passages.values_list("pk", flat=True)
    )


def _ask_for_a_check(act: InterruptingAct, incident: Incident, *, by: User, at: datetime) -> None:
    for senior in seniors():
        if senior != by:
            post(
                "act_to_check",
                to=senior,
                key=f"act-{act.pk}-to-check-user-{senior.pk}",
                at=at,
                incident=incident,
                act=act.pk,
                review=act.review.number,
                act_by=_driving(act.review),
            )


def _driving(review: Review) -> str | None:
    nearest = review.deadlines.open().by_urgency().first()
    return nearest.act_by.isoformat() if nearest and nearest.act_by else None
