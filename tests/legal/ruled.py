"""The shape of a published ruling on limitation: its dates, and what the judges said of them.

The facts were read in legal.md, or on public pages in November 2026 (abstracts, notes of law firms,
first lines of the decisions). `supposed` tells every date that no report gives: those are ours, and
chosen so that they change nothing to what was judged.
"""

from dataclasses import dataclass

from apps.legal.acts import ActDone
from apps.legal.limitation import State


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """`acts` are those that came before; `judged` is the act in question, or none, on `on`.

    `is_alive` is what was held: was the action still open on that day? `last_day` is the date that
    drives, written by hand, and `state` what is said of it on that day: « discuté » where the
    product is more prudent than the ruling, or where rulings differ, and then the later reading
    stands beside, until `possible_until` (empty: no end is known). `opens` is the last day of the
    new term, when the act opens one.
    """

    decision: str
    held: str
    source: str
    published: str
    on: str
    is_alive: bool
    last_day: str
    acts: tuple[ActDone, ...] = ()
    judged: str = ""
    opens: str = ""
    state: State = State.RUNNING
    possible_until: str = ""
    rule_code: str = "PRESS_3M"
    supposed: str = ""
