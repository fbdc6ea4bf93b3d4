"""The dates that matter, from a rule, a window of publication and the acts done since."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from .act_steps import act_step, beside_step
from .acts import ActDone
from .explanation import date_steps, event_steps, rule_steps, term_steps
from .interruption import (
    NOT_IN_DOUBT_YET,
    PRUDENT,
    Consequence,
    Course,
    Doubt,
    Effect,
    Trust,
    follow,
)
from .labelled import Labelled
from .rule_shape import Rule
from .rules import rule as find_rule
from .terms import last_day
from .territories import Territory
from .territories import territory as find_territory
from .windows import Window

# Readings that take over once the earlier day has passed: they rest on nobody's word alone.
TAKE_OVER = NOT_IN_DOUBT_YET | {Doubt.SUSPENSION, Doubt.INQUIRY}


class State(Labelled):
    """What a term is on a given day."""

    RUNNING = "running", "en cours"
    DISPUTED = "disputed", "discuté"
    SUSPENDED = "suspended", "suspendu sous condition"
    UNKNOWN = "unknown", "date inconnue"
    OVER = "over", "dépassé"


@dataclass(frozen=True)
class Dates:
    """The four dates of a term.

    `legal_last_day`: the last day on which an act is in time, until midnight.
    `prudent_day`: the day before, for a judge who would count the first day.
    `act_by`: the last prudent day on which lawyers and registries work; it drives everything.
    `last_service_day`: the last legal day on which a bailiff may serve (art. 664 CPC).
    """

    legal_last_day: date
    prudent_day: date
    act_by: date
    last_service_day: date

    @classmethod
    def of(cls, legal_last_day: date, place: Territory, service: Iterable[Territory]) -> Self:
        """From the last legal day, in a territory; `service` are the places whose holidays count
        for the service."""
        prudent_day, served = legal_last_day - timedelta(days=1), legal_last_day
        places = tuple(service)
        while not all(each.is_service_day(served) for each in places):
            served -= timedelta(days=1)
        act_by = place.last_business_day(min(prudent_day, served))
        return cls(legal_last_day, prudent_day, act_by, served)


@dataclass(frozen=True)
class Beside:
    """Another reading, later than the one that drives: why, and its dates, if an end is known."""

    doubt: Doubt
    dates: Dates | None
    sentence: str


@dataclass(frozen=True)
class Limitation:
    """The dates of a term, `None` when the first day of publication is unknown.

    `beside` are the later readings that may be right; `possible_until` the last day that any of
    them leaves, `None` when no end is known. `steps` is the reasoning, a French sentence a step.
    """

    rule: Rule
    window: Window
    dates: Dates | None
    beside: tuple[Beside, ...]
    possible_until: date | None
    consequences: tuple[Consequence, ...]
    steps: tuple[str, ...]

    @property
    def is_unknown(self) -> bool:
        """Tell whether no date could be computed: treat the case as almost over."""
        return self.dates is None

    @property
    def legal_last_day(self) -> date | None:
        return self.dates.legal_last_day if self.dates else None

    @property
    def prudent_day(self) -> date | None:
        return self.dates.prudent_day if self.dates else None

    @property
    def act_by(self) -> date | None:
        return self.dates.act_by if self.dates else None

    @property
    def last_service_day(self) -> date | None:
        return self.dates.last_service_day if self.dates else None

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(one.doubt for one in self.beside)

    def state(self, today: date) -> State:
        """What the term is on that day. Over only once no reading leaves a day."""
        if Doubt.DEPOSIT in self.doubts:
            return State.SUSPENDED
        if self.possible_until is not None and self.possible_until < today:
            return State.OVER
        if self.dates is None:
            return State.UNKNOWN
        has_passed = self.dates.legal_last_day < today
        if has_passed or not NOT_IN_DOUBT_YET.issuperset(self.doubts):
            return State.DISPUTED
        return State.RUNNING

    def on(self, today: date) -> Self:
        """The reading that drives on that day: the earliest, until its last day has passed; then
        the next one that leaves a day, if it hangs on nobody's check."""
        if self.dates is None or self.dates.legal_last_day >= today:
            return self
        later = [
            one
            for one in self.beside
            if one.doubt in TAKE_OVER and one.dates and one.dates.legal_last_day >= today
        ]
        if not later:
            return self
        chosen = min(later, key=lambda one: one.dates.legal_last_day if one.dates else date.max)
        return replace(self, dates=chosen.dates)


def compute(
    rule: Rule,
    window: Window,
    *,
    territory: str = "75",
    acts: Iterable[ActDone] = (),
    served_in: str = "",
) -> Limitation:
    """Return the dates of the term that `rule` opens, running from the earliest possible day.

    The version of the rule is that of the day of the facts. The day of discovery plays no part
    (Cass. crim. 30 Jan 2001, n° 00-83.004) and no week-end or holiday extends the term (TGI Paris
    29 Oct 2003). `territory` is a department number; `served_in` that of the place of service, when
    it is known, whose holidays the last service day follows. Raises `UnknownTerritory`,
    `UnknownAct`, and `UnknownRule` for facts that came before the rule.
    """
    place, acts = find_territory(territory), tuple(acts)
    since = window.earliest or window.latest
    if since and not rule.is_in_force(since):
        rule = find_rule(rule.code, on=since)
    service = [find_territory(served_in)] if served_in else [find_territory("75"), place]
    opening = (*event_steps(rule, window), *rule_steps(rule))

    def course(start: date, trust: Trust) -> Course:
        return follow(rule, start, acts, place, trust)

    def dates(day: date) -> Dates:
        return Dates.of(day, place, service)

    latest = _latest(window, acts)
    late = course(latest, PRUDENT) if latest else None
    furthest = course(latest, Trust(pending=True, arguable=True)) if latest else None
    later = [one for one in (late, furthest) if one]
    if window.earliest is None:
        end = _possible_until(later)
        steps = (*opening, *([beside_step(Doubt.LATEST_DAY, end, latest)] if end else ()))
        return Limitation(rule, window, None, (), end, (), steps)
    prudent = course(window.earliest, PRUDENT)
    arguable = course(window.earliest, Trust(arguable=True))
    trusted = course(window.earliest, Trust(pending=True, arguable=True))
    drives = dates(prudent.last_day)
    beside = tuple(
        Beside(doubt, dates(end) if end else None, beside_step(doubt, end, latest))
        for doubt, end in _later_readings(prudent, arguable, trusted, late)
    )
    possible_until = _possible_until([prudent, arguable, trusted, *later])
    consequences = _shown(prudent, arguable, late or prudent)
    steps = (
        *opening,
        *term_steps(rule, window.earliest, last_day(rule, window.earliest, place)),
        *(act_step(rule, consequence) for consequence in consequences),
        *date_steps(
            drives.legal_last_day, drives.prudent_day, drives.act_by, drives.last_service_day, place
        ),
        *(one.sentence for one in beside),
    )
    return Limitation(rule, window, drives, beside, possible_until, consequences, steps)


def _possible_until(readings: Collection[Course]) -> date | None:
    """The last day that any of them leaves; none, or one of no known end, leaves no such day."""
    if any(one.stopped_by for one in readings):
        return None
    return max((one.last_day for one in readings), default=None)


def _latest(window: Window, acts: Iterable[ActDone]) -> date | None:
    """The last possible day of publication: nobody acts on what is not yet on line."""
    if window.latest is None:
        return None
    first = window.earliest or date.min
    known = (done.on for done in acts if done.valid and not done.is_pending and done.on >= first)
    return min([window.latest, *known])


def _later_readings(
    prudent: Course, arguable: Course, trusted: Course, late: Course | None
) -> Iterable[tuple[Doubt, date | None]]:
    """Why another day may be the last one, and which; no day where no end is known."""
    if late and late.last_day > prudent.last_day:
        yield Doubt.LATEST_DAY, late.last_day
    for doubt in arguable.stopped_by:
        yield doubt, None
    if not arguable.stopped_by and arguable.last_day > prudent.last_day:
        yield arguable.doubts[-1], arguable.last_day
    if set(trusted.stopped_by) - set(arguable.stopped_by):
        yield Doubt.PENDING_ACT, None
    elif trusted.last_day > arguable.last_day:
        yield Doubt.PENDING_ACT, trusted.last_day


def _shown(prudent: Course, *readings: Course) -> tuple[Consequence, ...]:
    """What each act did; nothing is called late, nor fallen with an act that was, that is in time
    in another reading."""
    lost = {Effect.TOO_EARLY, Effect.TOO_LATE, Effect.FALLS}
    others = zip(*(one.consequences for one in readings), strict=True)
    return tuple(
        replace(one, effect=Effect.CONTESTED)
        if one.effect in lost and not lost.issuperset(other.effect for other in same)
        else one
        for one, same in zip(prudent.consequences, others, strict=True)
    )
