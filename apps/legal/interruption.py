"""Follow a term through the acts done: each regular act in time opens a whole new term."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from .acts import Act, ActDone, act
from .rule_shape import Rule
from .terms import last_day
from .territories import Territory


class Effect(Enum):
    """What an act did to the term."""

    RESTARTS = auto()
    NONE = auto()
    VOID = auto()
    TOO_EARLY = auto()
    TOO_LATE = auto()


@dataclass(frozen=True)
class Consequence:
    """An act, what it did, and the last day of the term once it is done."""

    done: ActDone
    act: Act
    effect: Effect
    last_day: date


def follow(
    rule: Rule, start: date, acts: Iterable[ActDone], place: Territory
) -> tuple[Consequence, ...]:
    """Return what each act did, in the order of their days.

    An act of the very last day is in time, since that day is whole until midnight; a later
    one revives nothing. Raises `UnknownAct`.
    """
    end = last_day(rule, start, place)
    consequences = []
    for done in sorted(acts, key=lambda one: one.on):
        kind = act(done.code)
        effect = _effect(rule, kind, done, start, end)
        if effect is Effect.RESTARTS:
            # A suspension may already lead further than the new term: nothing shortens it.
            end = max(end, last_day(rule, done.deposit_paid_on or done.on, place))
        consequences.append(Consequence(done, kind, effect, end))
    return tuple(consequences)


def _effect(rule: Rule, kind: Act, done: ActDone, start: date, end: date) -> Effect:
    if rule.interruption not in kind.families:
        return Effect.NONE
    if not done.valid:
        return Effect.VOID
    if done.on < start:
        return Effect.TOO_EARLY
    if done.on > end:
        return Effect.TOO_LATE
    return Effect.RESTARTS
