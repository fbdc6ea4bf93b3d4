"""The reminder ladder before a last day: which rung has been reached on a given day."""

from collections.abc import Sequence
from datetime import date

RUNGS = (60, 45, 30, 21, 14, 10, 7, 5, 3, 2, 1, 0)
PASSED = -1


def reached(act_by: date, today: date, rungs: Sequence[int] = RUNGS) -> int | None:
    """Return the most urgent rung reached, in days before `act_by`.

    `PASSED` once `act_by` is over; `None` while more days remain than the first rung has. The
    answer depends on the two dates only: a missed night changes nothing to the next one.
    """
    days_left = (act_by - today).days
    if days_left < 0:
        return PASSED
    return min((rung for rung in rungs if days_left <= rung), default=None)
