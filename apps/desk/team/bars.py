"""Where the bars of a drawing stand, in units of its own: the page has no script to place them."""

from collections.abc import Sequence
from dataclasses import dataclass

LENGTH = 300  # of the longest bar
STEP = 44  # from one pair of bars to the next


@dataclass(frozen=True)
class Pair:
    """Two bars under one label, drawn from `top`."""

    label: str
    top: int
    first: int
    second: int
    first_length: int
    second_length: int

    @property
    def middle(self) -> int:
        return self.top + STEP // 2

    @property
    def lower(self) -> int:
        return self.top + STEP // 2 - 4


def bars(rows: Sequence[tuple[str, int, int]]) -> list[Pair]:
    """One pair a row, in proportion to the greatest figure."""
    most = max((figure for _, *figures in rows for figure in figures), default=0) or 1
    return [
        Pair(label, index * STEP, one, two, one * LENGTH // most, two * LENGTH // most)
        for index, (label, one, two) in enumerate(rows)
    ]
