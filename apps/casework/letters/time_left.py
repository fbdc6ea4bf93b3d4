"""Until when a practitioner can still act alone, as letters and pages tell it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.deadlines.models import Deadline, DeadlineQuerySet
from apps.ui.meanings import HAS_TURNED, Stage, stage_of


@dataclass(frozen=True)
class TimeLeft:
    """`act_by` is the nearest day on which acting is surely in time. Where there is none,
    `possible_until` is the last one that some reading of the law may leave."""

    act_by: date | None
    possible_until: date | None

    @property
    def data(self) -> dict[str, Any]:
        """What a letter is posted with."""
        return {name: day.isoformat() if day else None for name, day in vars(self).items()}


def time_left(deadlines: DeadlineQuerySet, *, today: date) -> TimeLeft:
    """Until when somebody may act under these deadlines. A term that is over hides no other."""
    running = list(deadlines.running(today=today).select_related("publication"))
    sure = [day for deadline in running if (day := _sure_day(deadline, today))]
    if sure:
        return TimeLeft(min(sure), None)
    ends = [deadline.possible_until for deadline in running if deadline.possible_until]
    return TimeLeft(None, max(ends, default=None))


def _sure_day(deadline: Deadline, today: date) -> date | None:
    if deadline.doubt in HAS_TURNED:
        return None
    match stage_of(deadline, today):
        case Stage.RUNNING:
            return deadline.act_by
        case Stage.LAST_DAYS | Stage.LAST_DAY:
            return deadline.legal_last_day
    return None
