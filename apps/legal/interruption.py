"""Follow a term through the acts done: each regular act in time opens a whole new term."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from dateutil.relativedelta import relativedelta

from .act_shape import Act, ActDone, Route, Standing, Suspension
from .acts import ACTS, act
from .labelled import Labelled
from .rule_shape import Interruption, Rule
from .terms import last_day
from .territories import Territory, territory

AVIS_DE_FIN = relativedelta(months=4)  # three months and one (crim. 22 Oct 2024, n° 24-80.360)


class Effect(Enum):
    """What an act did to the term."""

    RESTARTS = auto()
    NONE = auto()
    ARGUABLE = auto()  # interrupts, or suspends, if the lawyer confirms it
    VOID = auto()
    UNCONFIRMED = auto()  # conditions that nobody has confirmed
    PENDING = auto()  # no second person has checked it
    NOT_SERVICE_DAY = auto()
    DEPOSIT_AWAITED = auto()
    DEPOSIT_LATE = auto()
    NO_PROCEEDING = auto()
    OTHER_ROUTE = auto()
    WAITS = auto()  # for the act that opens its proceeding
    FALLS = auto()  # with it
    TOO_EARLY = auto()
    TOO_LATE = auto()
    CONTESTED = auto()  # too late, unless something stopped the term, or the words are younger


# An opening act that may still count: what follows it waits, and does not fall.
UNSETTLED = {Effect.PENDING, Effect.UNCONFIRMED, Effect.DEPOSIT_AWAITED}
# The terms that what is said of press suits may stop (legal.md §18.2).
MAY_STOP = {Interruption.PRESS, Interruption.PRESS_AGGRAVATED, Interruption.PRESS_CIVIL}


class Doubt(Labelled):
    """Why another, later last day may be the right one. Nobody counts on it."""

    LATEST_DAY = "LATEST_DAY", "publication peut-être plus récente"
    PENDING_ACT = "PENDING_ACT", "acte à vérifier"
    DEPOSIT = "DEPOSIT", "sous condition\u00a0: consignation attendue"
    DELIBERATION = "DELIBERATION", "discutée\u00a0: instance en délibéré"
    SUSPENSION = "SUSPENSION", "discutée\u00a0: suspension à confirmer par l’avocat"
    INSTRUCTION = "INSTRUCTION", "discutée\u00a0: instruction en cours"
    INQUIRY = "INQUIRY", "discutée\u00a0: actes d’enquête à confirmer par l’avocat"
    HELD = "HELD", "date plus tardive à confirmer par une seconde personne"
    OTHER_PASSAGES = "OTHER_PASSAGES", "acte qui ne vise pas tous les passages"


# Until the earliest day has passed, it drives and nothing is in doubt: these say what comes next.
NOT_IN_DOUBT_YET = frozenset({Doubt.LATEST_DAY, Doubt.OTHER_PASSAGES, Doubt.INSTRUCTION})
# What keeps a term from running, for those who read the rulings that way, with no end known.
STOPS = {
    Suspension.UNTIL_PAID: Doubt.DEPOSIT,
    Suspension.UNTIL_REQUISITIONS: Doubt.INSTRUCTION,
    Suspension.UNTIL_JUDGMENT: Doubt.DELIBERATION,
    Suspension.UNTIL_NOTICE: Doubt.SUSPENSION,
}


@dataclass(frozen=True)
class Trust:
    """What one is ready to count: acts not checked yet, what suspends or interrupts arguably."""

    pending: bool = False
    arguable: bool = False


PRUDENT = Trust()


@dataclass(frozen=True)
class Consequence:
    """An act, what it did, and the last day of the term once it is done.

    `opening` is the act that opened its proceeding, where it hangs on it.
    """

    done: ActDone
    act: Act
    effect: Effect
    last_day: date
    opening: ActDone | None = None


@dataclass(frozen=True)
class Course:
    """How a term ran: what each act did, in the order of their days, and its last day.

    `stopped_by` says what keeps it from running, with no end known; `doubts`, all that was counted
    and that a prudent reader does not count.
    """

    consequences: tuple[Consequence, ...]
    last_day: date
    stopped_by: tuple[Doubt, ...]
    doubts: tuple[Doubt, ...]


def follow(
    rule: Rule, start: date, acts: Iterable[ActDone], place: Territory, trust: Trust = PRUDENT
) -> Course:
    """Return what each act did.

    An act of the very last day is in time, since that day is whole until midnight; a later one
    revives nothing. A step counts only after the regular opening act of its own proceeding
    (legal.md §18.1). Raises `UnknownAct` and `UnknownTerritory`.
    """
    running = _Running(rule, start, place, trust, last_day(rule, start, place))
    consequences = tuple(running.take(done) for done in sorted(acts, key=_order))
    return Course(consequences, running.end, running.stopped_by, tuple(running.doubts))


def _order(done: ActDone) -> tuple[date, bool, int]:
    """By day; on one day as in the list, which follows a suit, after the act that opens it."""
    kind = act(done.code)
    return done.on, not kind.opens, ACTS.index(kind)


@dataclass
class _Running:
    """A term on its way: its end for now, what stops it, which proceedings live."""

    rule: Rule
    start: date
    place: Territory
    trust: Trust
    end: date
    stops: dict[tuple[Suspension, Hashable], date] = field(default_factory=dict)
    doubts: dict[Doubt, None] = field(default_factory=dict)
    openings: dict[Hashable, tuple[ActDone, Effect]] = field(default_factory=dict)

    @property
    def stopped_by(self) -> tuple[Doubt, ...]:
        """What keeps it from running, which a prudent reader does not count."""
        return tuple({STOPS[how]: None for how, _ in self.stops}) if self.trust.arguable else ()

    def take(self, done: ActDone) -> Consequence:
        kind = act(done.code)
        opening, effect = self.openings.get(done.proceeding), self._effect(kind, done)
        if kind.opens:
            self._note_opening(done, effect)
        if effect is Effect.RESTARTS:
            self._restart(done)
        elif effect is Effect.DEPOSIT_AWAITED:
            self._stop(Suspension.UNTIL_PAID, done)
        elif effect is Effect.ARGUABLE and self.trust.arguable and not kind.suspends:
            self.doubts[Doubt.INQUIRY] = None
            self.end = max(self.end, last_day(self.rule, done.on, self.place))
        if effect in (Effect.ARGUABLE, Effect.RESTARTS) and self._may_suspend(kind):
            self._suspend(kind, done)
        elif kind.ends_suspension:
            self._notice(done)
        hangs_on = opening[0] if opening and kind.standing is Standing.STEP else None
        return Consequence(done, kind, effect, self.end, hangs_on)

    def _effect(self, kind: Act, done: ActDone) -> Effect:
        family, is_arguable = self.rule.interruption, False
        if family not in kind.families:
            is_arguable = family in kind.arguable or (not kind.families and self._may_suspend(kind))
            if not is_arguable:
                return self._effect_of_none(kind, done)
        if not done.valid:
            return Effect.VOID
        if kind.standing is Standing.STEP and (lost := self._lost_with_its_opening(kind, done)):
            return lost
        if done.on < self.start:
            return Effect.TOO_EARLY
        if kind.is_served and not done.judge_allowed and self._is_day_without_service(done):
            return Effect.NOT_SERVICE_DAY
        if not self._is_in_time(done):
            return Effect.TOO_LATE
        effect = self._unless_unsettled(kind, done)
        return Effect.ARGUABLE if is_arguable and effect is Effect.RESTARTS else effect

    def _may_suspend(self, kind: Act) -> bool:
        return kind.suspends is not None and self.rule.interruption in MAY_STOP

    def _unless_unsettled(self, kind: Act, done: ActDone) -> Effect:
        if done.missing and not (done.is_pending and self.trust.pending):
            return Effect.UNCONFIRMED
        if done.is_pending and not self.trust.pending:
            return Effect.PENDING
        if done.is_pending:
            self.doubts[Doubt.PENDING_ACT] = None
        if kind.has_deposit and not done.is_deposit_settled:
            return Effect.DEPOSIT_AWAITED
        return Effect.DEPOSIT_LATE if done.is_deposit_late else Effect.RESTARTS

    def _effect_of_none(self, kind: Act, done: ActDone) -> Effect:
        """Why an act that this kind of term does not know did nothing."""
        route = self._route(done)
        if kind.standing is Standing.STEP and route and route not in kind.routes:
            return Effect.OTHER_ROUTE
        return Effect.NONE

    def _lost_with_its_opening(self, kind: Act, done: ActDone) -> Effect | None:
        """Why a step cannot count: it is of no suit, of another route, or of a suit that fell."""
        if done.proceeding is None or done.proceeding not in self.openings:
            return Effect.NO_PROCEEDING
        if self._route(done) not in kind.routes:
            return Effect.OTHER_ROUTE
        opening, effect = self.openings[done.proceeding]
        if effect is Effect.NONE and act(opening.code).families:
            return Effect.NONE  # a suit that this kind of term does not know
        if effect in UNSETTLED:
            return Effect.WAITS
        return None if effect is Effect.RESTARTS else Effect.FALLS

    def _route(self, done: ActDone) -> Route | None:
        """The route said, else that of the act which opened the proceeding."""
        if done.route or done.proceeding not in self.openings:
            return done.route
        opening = act(self.openings[done.proceeding][0].code)
        return next(iter(sorted(opening.routes)))

    def _note_opening(self, done: ActDone, effect: Effect) -> None:
        held = self.openings.get(done.proceeding)
        if held is None or held[1] is not Effect.RESTARTS:
            self.openings[done.proceeding] = (done, effect)

    def _is_day_without_service(self, done: ActDone) -> bool:
        """A Sunday or a holiday of the place of service (art. 664 CPC); while that is unknown, of
        Paris or of the practitioner's territory."""
        places = [territory(done.served_in)] if done.served_in else [territory("75"), self.place]
        return not all(place.is_service_day(done.on) for place in places)

    def _is_in_time(self, done: ActDone) -> bool:
        if done.on <= self.end:
            return True
        if done.code == "JUGEMENT" and (Suspension.UNTIL_JUDGMENT, done.proceeding) in self.stops:
            return True  # never late after closure or deliberation (legal.md §18.2)
        return bool(self.stopped_by)

    def _restart(self, done: ActDone) -> None:
        # A suspension may already lead further than the new term: nothing shortens it.
        self.end = max(self.end, last_day(self.rule, done.deposit_paid_on or done.on, self.place))
        self.stops = {stop: since for stop, since in self.stops.items() if not _ends(*stop, done)}

    def _suspend(self, kind: Act, done: ActDone) -> None:
        if kind.suspends and kind.suspends is not Suspension.FOUR_MONTHS:
            self._stop(kind.suspends, done)
        elif self.trust.arguable:
            self.doubts[Doubt.SUSPENSION] = None
            self.end = max(self.end, last_day(self.rule, done.on + AVIS_DE_FIN, self.place))

    def _notice(self, done: ActDone) -> None:
        is_known = done.valid and (self.trust.pending or not done.is_pending)
        if not (self.trust.arguable and is_known):
            return
        if since := self.stops.pop((Suspension.UNTIL_NOTICE, done.proceeding), None):
            self.end += done.on - since

    def _stop(self, how: Suspension, done: ActDone) -> None:
        self.stops.setdefault((how, done.proceeding), done.on)
        if self.trust.arguable:
            self.doubts[STOPS[how]] = None


def _ends(how: Suspension, proceeding: Hashable, done: ActDone) -> bool:
    """Whether a new term, opened by this act, puts an end to what kept the former from running: a
    deliberation lasts until its judgment, and no act of another suit ends what stops this one."""
    if how is Suspension.UNTIL_NOTICE:
        return True
    is_judged = how is not Suspension.UNTIL_JUDGMENT or done.code == "JUGEMENT"
    return proceeding == done.proceeding and is_judged
