"""The rule table: how long, from what, interrupted by what, on whose authority.

A rule that changes is a new row with dates, never an edit: deadlines remember the version
that produced them. Counsel reads this table in docs/law.md and signs it row by row. One module a
branch: a new branch adds a module, and its name here.
"""

from datetime import date

from ..rule_shape import Rule
from ..wording import full_date, quoted
from .author_data import AUTHOR_DATA
from .common_law import COMMON_LAW
from .insurer import INSURER
from .press import PRESS
from .press_trial import PRESS_TRIAL
from .right_of_reply import RIGHT_OF_REPLY
from .sites import SITES
from .usages import USAGES

__all__ = ["RULES", "Rule", "UnknownRule", "rule"]


class UnknownRule(LookupError):
    """No rule bears this code on that day; the message is in French."""


def rule(code: str, on: date | None = None) -> Rule:
    """Return the row of this code in force on that day, or the latest one without a day.

    Facts fall under the rule of their time: `on` is the day of the facts (legal.md §18.4).
    Raises `UnknownRule`.
    """
    versions = [row for row in RULES if row.code == code]
    if not versions:
        raise UnknownRule(f"Règle inconnue\u00a0: {quoted(code)}.")
    in_force = [row for row in versions if on is None or row.is_in_force(on)]
    if on is not None and not in_force:
        raise UnknownRule(
            f"La table n’a pas de règle {quoted(code)} au {full_date(on)}\u00a0: des faits de ce "
            "jour relèvent de la règle de leur temps, que l’avocat doit indiquer."
        )
    return max(in_force, key=lambda row: row.valid_from)


RULES: tuple[Rule, ...] = (
    *PRESS,
    *RIGHT_OF_REPLY,
    *COMMON_LAW,
    *SITES,
    *AUTHOR_DATA,
    *PRESS_TRIAL,
    *INSURER,
    *USAGES,
)
