"""The four meanings of the interface, and how near a deadline must be to change meaning.

A meaning is never carried by colour alone: it always comes with a word and an icon.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto
from typing import Protocol

from apps.legal.act_steps import still_possible
from apps.legal.clock_words import LAST_DAY, OVER, PERHAPS_OVER, SUSPENDED, UNKNOWN
from apps.legal.interruption import Doubt
from apps.legal.republication import Grade

from . import wording

URGENT_WITHIN = 7
ATTENTION_WITHIN = 21

ICONS = {
    "calm": "check-circle",
    "attention": "exclamation-circle",
    "urgent": "exclamation-triangle",
    "information": "information-circle",
    "neutral": "minus-circle",
}
# The reading that drives is not the strictest one: it is told that this one has passed.
HAS_TURNED = {Doubt.LATEST_DAY, Doubt.OTHER_PASSAGES}


class Stage(StrEnum):
    """How far a term has gone on a day."""

    UNKNOWN = auto()
    RUNNING = auto()
    LAST_DAYS = auto()  # the operational date has passed, the law still leaves a day
    LAST_DAY = auto()
    MAYBE_OVER = auto()  # over for the strictest reading, and not for another one
    SUSPENDED = auto()
    OVER = auto()


PRESSING = {Stage.LAST_DAYS, Stage.LAST_DAY, Stage.MAYBE_OVER}


class Clock(Protocol):
    """A term as a file or a deadline bears it: the reading that drives, and what stands beside."""

    @property
    def act_by(self) -> date | None: ...
    @property
    def legal_last_day(self) -> date | None: ...
    @property
    def possible_until(self) -> date | None: ...
    @property
    def doubt(self) -> str: ...
    def words(self, today: date) -> str: ...


@dataclass(frozen=True)
class Reading:
    """What the eye must get from a date at a glance.

    `day` is the one that the distance speaks of; `words` say the state of a term where the distance
    does not say it, and nothing where it is certain.
    """

    meaning: str
    word: str
    distance: str
    days_left: int = 0
    day: date | None = None
    words: str = ""
    stage: Stage = Stage.RUNNING

    @property
    def icon(self) -> str:
        if self.stage is Stage.LAST_DAY:
            return "phone"
        return "clock" if self.meaning == "calm" else ICONS[self.meaning]

    @property
    def presses(self) -> bool:
        """Is a word on the telephone worth more than a letter?"""
        return self.stage in PRESSING

    @property
    def state(self) -> str:
        """The state of a term in one phrase; nothing where it runs and is certain."""
        if self.stage is Stage.UNKNOWN:
            return UNKNOWN
        counts_days = self.stage is Stage.RUNNING or (self.stage is Stage.MAYBE_OVER and self.day)
        phrases = [self.words] if counts_days else [self.distance, self.words]
        return "\u00a0; ".join(phrase for phrase in phrases if phrase)

    @property
    def last_weeks(self) -> list[bool]:
        """The last three weeks before the deadline, day by day: is that day still to come?"""
        return [day <= self.days_left for day in range(ATTENTION_WITHIN, 0, -1)]


def read_clock(clock: Clock, today: date) -> Reading:
    """Weigh a term; one that is not known is treated as almost over. « Dépassée » is said only once
    no reading of the law leaves a day."""
    reading, words = _read(clock, today), clock.words(today)
    is_said = words in reading.distance or words in {UNKNOWN, Grade.CERTAIN.label}
    return reading if is_said else replace(reading, words=words)


def state_on(clock: Clock, today: date) -> str:
    """The state of a term in one phrase, with what the term itself says where it is certain."""
    return read_clock(clock, today).state or clock.words(today)


def stage_of(clock: Clock, today: date) -> Stage:
    act_by, last_day = clock.act_by, clock.legal_last_day
    if clock.possible_until is not None and clock.possible_until < today:
        return Stage.OVER
    if act_by is None or last_day is None:
        return Stage.UNKNOWN
    if last_day < today:
        return Stage.SUSPENDED if clock.doubt == Doubt.DEPOSIT else Stage.MAYBE_OVER
    if last_day == today:
        return Stage.LAST_DAY
    if act_by < today:
        return Stage.LAST_DAYS
    return Stage.MAYBE_OVER if clock.doubt in HAS_TURNED else Stage.RUNNING


def read_day(day: date, today: date) -> Reading:
    """Weigh a day that stands alone, such as the one by which a complaint is answered."""
    days = (day - today).days
    if days < 0:
        meaning, word = "urgent", "Dépassée"
    elif days <= URGENT_WITHIN:
        meaning, word = "urgent", "Urgent"
    elif days <= ATTENTION_WITHIN:
        meaning, word = "attention", "Bientôt"
    else:
        meaning, word = "calm", "Dans les temps"
    return Reading(meaning, word, wording.distance(day, today), days, day)


def _read(clock: Clock, today: date) -> Reading:
    stage, act_by, last_day = stage_of(clock, today), clock.act_by, clock.legal_last_day
    if stage is Stage.OVER and clock.possible_until:
        since = f"{OVER} depuis {wording.count_of_days((today - clock.possible_until).days)}"
        return Reading("urgent", "Dépassée", since, -1, clock.possible_until, stage=stage)
    if act_by is None or last_day is None:
        return Reading("urgent", "Date inconnue", "à traiter comme presque finie", stage=stage)
    match stage:
        case Stage.LAST_DAY:
            return Reading("urgent", "Dernier jour", LAST_DAY, day=last_day, stage=stage)
        case Stage.LAST_DAYS:
            until = f"dernier jour légal\u00a0: {wording.full_date(last_day)}"
            return Reading("urgent", "Urgent", until, stage=stage)
        case Stage.SUSPENDED:
            return Reading("attention", "Sous condition", SUSPENDED, stage=stage)
        case Stage.MAYBE_OVER if last_day < today:
            until = still_possible(clock.possible_until) if clock.possible_until else PERHAPS_OVER
            return Reading("urgent", "Peut-être dépassée", until, stage=stage)
        case Stage.MAYBE_OVER:
            near = read_day(act_by, today)
            meaning = "attention" if near.meaning == "calm" else near.meaning
            return replace(near, meaning=meaning, word="Peut-être dépassée", stage=stage)
    return read_day(act_by, today)
