"""The deadlines that a content would get if it were declared now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from apps.casework.declarations.declare import DeclaredReview
from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.models import Deadline
from apps.incidents.circumstances import Nature
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


@dataclass(frozen=True)
class Outlook:
    """A content as it is about to be declared: its number in the draft, and its clock."""

    number: int
    review: DeclaredReview
    deadline: Deadline
    today: date

    @property
    def is_too_late(self) -> bool:
        """Has the term of the first posting passed? A later posting may still be in time."""
        last_day = self.deadline.legal_last_day
        return last_day is not None and last_day < self.today

    @property
    def natures(self) -> list[str]:
        return [str(Nature(nature).label) for nature in self.review.natures]


def outlooks(reviews: Iterable[DeclaredReview], *, territory: str, today: date) -> list[Outlook]:
    return [
        Outlook(review.number, review, forecast(review.window, territory=territory), today)
        for review in reviews
    ]
