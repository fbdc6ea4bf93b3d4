"""What the law answers about one putting on line, from the acts that are about it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from apps.incidents.models import Publication, Review
from apps.legal.act_steps import beside_step
from apps.legal.interruption import NOT_IN_DOUBT_YET, Doubt, Effect
from apps.legal.limitation import Beside, Limitation, compute
from apps.legal.rules import UnknownRule, rule
from apps.legal.windows import Window

from .models import InterruptingAct

FIRST_TOLD = (
    Doubt.PENDING_ACT,
    Doubt.DEPOSIT,
    Doubt.DELIBERATION,
    Doubt.SUSPENSION,
    Doubt.INQUIRY,
    Doubt.INSTRUCTION,
    Doubt.OTHER_PASSAGES,
    Doubt.LATEST_DAY,
)


@dataclass(frozen=True)
class Reckoning:
    """The law's answer on a day: `first` is the earliest reading, `driving` the one in force."""

    first: Limitation
    driving: Limitation
    today: date

    @property
    def has_turned(self) -> bool:
        """Has the earliest reading passed, and does another one drive?"""
        return self.first.dates != self.driving.dates

    @property
    def is_over(self) -> bool:
        """Does no reading leave a day any more?"""
        until = self.first.possible_until
        return until is not None and until < self.today

    @property
    def doubt(self) -> str:
        """What must be said of the date first; empty when nothing is in doubt."""
        told = set(self.first.doubts)
        last_day = self.first.legal_last_day
        if last_day is None or last_day >= self.today:
            told -= NOT_IN_DOUBT_YET
        return next((doubt.value for doubt in FIRST_TOLD if doubt in told), "")

    @property
    def last_act_on(self) -> date | None:
        """The day of the act from which the term runs."""
        days = [one.done.on for one in self.first.consequences if one.effect is Effect.RESTARTS]
        return max(days, default=None)

    @property
    def facts(self) -> dict[str, Any]:
        """What a deadline writes down."""
        return {
            "rule_version": self.first.rule.version,
            "legal_last_day": self.driving.legal_last_day,
            "prudent_day": self.driving.prudent_day,
            "act_by": self.driving.act_by,
            "last_service_day": self.driving.last_service_day,
            "possible_until": self.first.possible_until,
            "first_last_day": self.first.legal_last_day if self.has_turned else None,
            "doubt": self.doubt,
            "beside": [printed_reading(one) for one in self.first.beside],
            "last_act_on": self.last_act_on,
            "explanation": list(self.first.steps),
            "held_for_id": None,
        }


def reckon(
    publication: Publication,
    code: str,
    acts: Iterable[InterruptingAct],
    *,
    passages: Collection[int],
    territory: str,
    today: date,
) -> Reckoning | None:
    """Ask the law about a putting on line, under the rule of this code; `None` if there was no such
    rule at the time of the facts.

    An act counts for the passages that it names, or for all when it names none. Where passages
    differ, the earliest date drives and the later ones stand beside. `passages` are those that bear
    a label.
    """
    about = [act for act in acts if act.is_about(publication)]
    try:
        answers = [
            _answer(publication.window, code, group, territory)
            for group in _by_passage(about, passages)
        ]
    except UnknownRule:
        return None
    first = _joined(answers)
    return Reckoning(first, first.on(today), today)


def labelled_passages(review: Review) -> set[int]:
    """The passages of a content that bear a label in force."""
    return set(review.passages.labelled().values_list("pk", flat=True))


def printed_reading(one: Beside) -> dict[str, str | None]:
    """A reading that stands beside the date, as plain data."""
    return {
        "doubt": one.doubt.value,
        "act_by": one.dates.act_by.isoformat() if one.dates else None,
        "legal_last_day": one.dates.legal_last_day.isoformat() if one.dates else None,
        "sentence": one.sentence,
    }


def _answer(
    window: Window, code: str, acts: Collection[InterruptingAct], territory: str
) -> Limitation:
    served = [act.served_in for act in acts if act.served_in and act.is_regular]
    return compute(
        rule(code),
        window,
        territory=territory,
        acts=[act.done for act in acts],
        served_in=served[-1] if served else "",
    )


def _by_passage(
    acts: Collection[InterruptingAct], passages: Collection[int]
) -> list[list[InterruptingAct]]:
    """The acts that count, once for each passage that they do not all name."""
    named = {id(act): act.named_passages for act in acts}
    every = set(passages).union(*named.values())
    groups: dict[tuple[int, ...], list[InterruptingAct]] = {}
    for passage in sorted(every) or [None]:
        group = [
            act
            for act in acts
            if not named[id(act)] or passage is None or passage in named[id(act)]
        ]
        groups[tuple(id(act) for act in group)] = group
    return list(groups.values())


def _joined(answers: Collection[Limitation]) -> Limitation:
    """The earliest of several answers, with the later ones beside it."""
    ordered = sorted(answers, key=lambda one: one.legal_last_day or date.min)
    first, *others = ordered
    later = [one for one in others if one.dates and one.dates != first.dates]
    if not later:
        return first
    beside = tuple(
        Beside(
            Doubt.OTHER_PASSAGES,
            one.dates,
            beside_step(Doubt.OTHER_PASSAGES, one.legal_last_day, None),
        )
        for one in later
    )
    ends = [one.possible_until for one in (first, *later)]
    known = [end for end in ends if end]
    return replace(
        first,
        beside=(*first.beside, *beside),
        possible_until=max(known) if len(known) == len(ends) else None,
        steps=(*first.steps, *(one.sentence for one in beside)),
    )
