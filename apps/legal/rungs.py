"""The reminder ladder before `act_by`: which rung has been reached on a given day."""

from datetime import date

RUNGS = (60, 45, 30, 21, 14, 10, 7, 5, 3, 2, 1, 0)
PASSED = -1


def reached(act_by: date, today: date) -> int | None:
    """Return the most urgent rung reached, in days before `act_by`.

    `PASSED` once `act_by` is over; `None` while more than sixty days remain. The answer
    depends on the two dates only: a missed night changes nothing to the next one.
    """
    days_left = (act_by - today).days
    if days_left < 0:
        return PASSED
    return min((rung for rung in RUNGS if days_left <= rung), default=None)
