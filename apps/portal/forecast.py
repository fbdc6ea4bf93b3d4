"""The deadline that a content would get if it were declared now."""

from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.models import Deadline
from apps.legal.limitation import compute
from apps.legal.rules import rule
from apps.legal.windows import Window


def forecast(window: Window, *, territory: str) -> Deadline:
    """The strictest deadline of a window, as pages show it; it is not saved."""
    limitation = compute(rule(STRICTEST_RULE), window, territory=territory)
    return Deadline(
        rule_code=limitation.rule.code,
        legal_last_day=limitation.legal_last_day,
        prudent_day=limitation.prudent_day,
        act_by=limitation.act_by,
        last_service_day=limitation.last_service_day,
        explanation=list(limitation.steps),
    )
