from datetime import date, timedelta

import pytest

from apps.legal.rungs import PASSED, RUNGS, reached

ACT_BY = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("days_left", "rung"),
    [
        (400, None),
        (61, None),
        (60, 60),
        (46, 60),
        (45, 45),
        (22, 30),
        (14, 14),
        (6, 7),
        (4, 5),
        (3, 3),
        (1, 1),
        (0, 0),
        (-1, PASSED),
        (-400, PASSED),
    ],
)
def test_the_most_urgent_rung_reached(days_left: int, rung: int | None) -> None:
    assert reached(ACT_BY, ACT_BY - timedelta(days=days_left)) == rung


def test_every_rung_is_reached_on_its_own_day() -> None:
    for rung in RUNGS:
        assert reached(ACT_BY, ACT_BY - timedelta(days=rung)) == rung


def test_rungs_only_grow_more_urgent_as_days_pass() -> None:
    seen = [reached(ACT_BY, ACT_BY - timedelta(days=left)) for left in range(60, -3, -1)]

    assert None not in seen
    assert seen == sorted(seen, key=lambda rung: -(rung or 0) if rung != PASSED else 1)


def test_other_clocks_have_their_own_rungs() -> None:
    few = (30, 15, 7)
    left = [reached(ACT_BY, ACT_BY - timedelta(days=days), few) for days in (31, 20, 7, 0, -1)]

    assert left == [None, 30, 7, 7, PASSED]
