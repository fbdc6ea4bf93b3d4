"""The deadlines that a content would get if it were declared now."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from apps.casework.declarations.declare import DeclaredReview
from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.models import Deadline
from apps.deadlines.reckoning import reckon
from apps.incidents.circumstances import Nature
from apps.incidents.models import Publication
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window


def forecast(
    window: Window,
    *,
    territory: str,
    today: date,
    kind: PublicationKind = PublicationKind.FIRST,
) -> Deadline:
    """The strictest deadline of a window, as pages show it today; it is not saved."""
    publication = Publication(kind=kind.value, **asdict(window))
    answer = reckon(publication, STRICTEST_RULE, (), passages=(), territory=territory, today=today)
    facts = answer.facts if answer else {}
    return Deadline(rule_code=STRICTEST_RULE, publication=publication, **facts)


@dataclass(frozen=True)
class Outlook:
    """A content as it is about to be declared: its number in the draft, and its clock."""

    number: int
    review: DeclaredReview
    deadline: Deadline
    today: date

    @property
    def is_too_late(self) -> bool:
        """Has the term of the first posting surely passed? A later posting may still be in time."""
        return self.deadline.is_over(self.today)

    @property
    def natures(self) -> list[str]:
        return [str(Nature(nature).label) for nature in self.review.natures]


def outlooks(reviews: Iterable[DeclaredReview], *, territory: str, today: date) -> list[Outlook]:
    return [
        Outlook(
            review.number, review, forecast(review.window, territory=territory, today=today), today
        )
        for review in reviews
    ]
