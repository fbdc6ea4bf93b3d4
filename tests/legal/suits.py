"""Words put on line on 20 January 2026, in Paris, and what is done about them."""

from datetime import date
from typing import Any

from apps.legal.acts import ActDone, act
from apps.legal.limitation import Limitation, compute
from apps.legal.rules import rule
from apps.legal.windows import Window

PUBLISHED, LAST_DAY = date(2026, 1, 20), date(2026, 4, 20)


def done(day: str, code: str, **facts: Any) -> ActDone:
    """An act of that day: `done("2026-04-15", "ASSIGNATION")`."""
    return ActDone(code, date.fromisoformat(day), **facts)


SUMMONS = done("2026-04-15", "ASSIGNATION")
CITATION = done("2026-04-15", "CITATION_DIRECTE")
COMPLAINT = done("2026-04-10", "PLAINTE_CPC", deposit_paid_on=date(2026, 5, 4))


def after(*acts: ActDone, code: str = "PRESS_3M", territory: str = "75") -> Limitation:
    """The limitation of these words once the acts are done."""
    return compute(rule(code), Window.on_day(PUBLISHED), acts=acts, territory=territory)


def last_day_after(*acts: ActDone, code: str = "PRESS_3M") -> date | None:
    """The last legal day that drives once the acts are done."""
    return after(*acts, code=code).legal_last_day


def told_of(result: Limitation, code: str) -> str:
    """The sentence about the act of this code."""
    return next(step for step in result.steps if step.startswith(act(code).label))
