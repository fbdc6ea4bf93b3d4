"""Which deadlines the prescription board shows, and the figures that sum it up."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from apps.assignments.models import Assignment
from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.models import DeadlineQuerySet
from apps.directory.models import Partner
from apps.incidents.models import Qualification
from apps.legal.taxonomy import Label

WEEK, THREE_WEEKS, HORIZON = 7, 21, 45  # days before `act_by`
LAWFUL = [label.value for label in Label if label.is_lawful]


@dataclass(frozen=True)
class Figures:
    """How many deadlines are within a week or three, and what is wrong with the nearest ones."""

    week: int
    three_weeks: int
    without_lawyer: int
    unacknowledged: int
    undated: int
    passed: int


class Board:
    """The open deadlines about which nobody has decided not to act, on a civil day in Paris."""

    def __init__(self, deadlines: DeadlineQuerySet, *, today: date) -> None:
        self.pending = deadlines.open().undecided()
        self.today = today

    def within(self, days: int) -> DeadlineQuerySet:
        return self.pending.within(days, today=self.today)

    def passed(self) -> DeadlineQuerySet:
        return self.pending.passed(today=self.today)

    def undated(self) -> DeadlineQuerySet:
        """One per putting on line: without a day, every rule would say the same."""
        return self.pending.undated().filter(rule_code=STRICTEST_RULE)

    def rolling(self) -> DeadlineQuerySet:
        return self.pending.interrupted()

    def disputed(self) -> DeadlineQuerySet:
        return self.pending.disputed()

    def without_lawyer(self) -> DeadlineQuerySet:
        """Near, or of unknown date, and no lawyer is at work."""
        return without_lawyer(self.within(HORIZON) | self.undated())

    def figures(self) -> Figures:
        week = self.within(WEEK)
        return Figures(
            week=week.count(),
            three_weeks=self.within(THREE_WEEKS).count(),
            without_lawyer=without_lawyer(week).count(),
            unacknowledged=week.unacknowledged().count(),
            undated=self.undated().count(),
            passed=self.passed().count(),
        )


def without_lawyer(deadlines: DeadlineQuerySet) -> DeadlineQuerySet:
    """Those whose content may be unlawful, and that no lawyer has accepted to act on.

    What waits to be read blind counts as unread: being here tells nothing of its label.
    """
    mandates = Assignment.objects.open().filter(
        kind=Partner.Kind.LAWYER,
        state=Assignment.State.ACCEPTED,
        incident=OuterRef("incident"),
        reviews=OuterRef("review"),
    )
    known = Qualification.objects.open().exclude(pk__in=Qualification.objects.blind().values("pk"))
    readings = known.filter(passage__review=OuterRef("review"))
    is_unread, may_be_unlawful = ~Exists(readings), Exists(readings.exclude(label__in=LAWFUL))
    return deadlines.filter(~Exists(mandates), Q(is_unread) | Q(may_be_unlawful))
