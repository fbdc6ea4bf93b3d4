"""What goes with contents from one file to another of the same practitioner, and how it is told.

Rows are handed over, never copied nor erased: clocks keep their dates, their reminders and their
acknowledgements. Merging, undoing a merge and splitting all go through here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Max, QuerySet

from apps.accounts.models import User
from apps.assignments.models import Assignment, AssignmentQuerySet
from apps.correspondence.models import InformationRequest
from apps.deadlines.clock import move_clocks
from apps.deadlines.models import InterruptingAct, Proceeding
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Passage, Qualification, Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record


@dataclass(frozen=True)
class Move:
    """Some contents that pass from a file to another, both locked; by whom, and when.

    `numbers` and `exhibit_numbers` give rows, by their ids, the number that they bore before;
    the others get the numbers that follow.
    """

    source: Incident
    to: Incident
    by: User
    at: datetime
    numbers: Mapping[int, int] = field(default_factory=dict)
    exhibit_numbers: Mapping[int, int] = field(default_factory=dict)

    def contents(self, reviews: Collection[Review]) -> None:
        """The contents with their clocks and what was asked about them, to a file that is open."""
        following = _following(self.to.reviews.all(), self.numbers)
        for review in sorted(reviews, key=lambda review: review.number):
            old = review.number
            review.incident, review.number = self.to, self.numbers.get(review.pk) or next(following)
            review.save(update_fields=["incident", "number"])
            self._record(Kind.REVIEW_LEFT, Kind.REVIEW_CAME, "review", old, review.number)
        InformationRequest.objects.filter(review__in=reviews).update(incident=self.to)
        self._suits_of(reviews)
        move_clocks(reviews, to=self.to, at=self.at)
        labelled = Qualification.objects.open().filter(passage__review__in=reviews)
        if self.to.status == Status.UNDER_REVIEW and labelled.exists():
            self.to.move_to(Status.QUALIFIED, waiting_on=WaitingOn(self.to.waiting_on))
            self.to.save(update_fields=["status"])

    def _suits_of(self, reviews: Collection[Review]) -> None:
        """The proceedings of these contents; one that also concerns what stays is in both files
        from now on, each with its own acts."""
        following = _following(self.to.proceedings.all(), {})
        acts = InterruptingAct.objects.filter(review__in=reviews)
        held = Proceeding.objects.filter(incident=self.source, acts__in=acts)
        for suit in held.distinct().order_by("number"):
            is_shared = suit.acts.exclude(review__in=reviews).exists()
            theirs = acts.filter(proceeding=suit.pk)
            if is_shared:
                suit.pk = None
            suit.incident, suit.number = self.to, next(following)
            suit.save()
            theirs.update(proceeding=suit)

    def exhibits(self, exhibits: Iterable[Exhibit]) -> None:
        """These exhibits, whatever they show."""
        following = _following(self.to.exhibits.all(), self.exhibit_numbers)
        for exhibit in exhibits:
            old = exhibit.number
            exhibit.incident = self.to
            exhibit.number = self.exhibit_numbers.get(exhibit.pk) or next(following)
            exhibit.save(update_fields=["incident", "number"])
            self._record(Kind.EXHIBIT_LEFT, Kind.EXHIBIT_CAME, "number", old, exhibit.number)

    def exhibits_of(self, reviews: Collection[Review], *, also: Collection[int] = ()) -> None:
        """The exhibits that show nothing but these contents; those that also show what stays, or
        that a partner holds, are in both files from now on, with the same bytes.

        `also` are the ids of exhibits which go unless they show what stays.
        """
        moving = {review.pk for review in reviews}
        going, shared = [], []
        held = set(_at_work().filter(incident=self.source).values_list("exhibits", flat=True))
        for exhibit in self.source.exhibits.filter(replaced_by=None).prefetch_related("reviews"):
            shown = {review.pk for review in exhibit.reviews.all()} | _acts_proved(exhibit)
            if (shown or exhibit.pk in also) and shown <= moving and exhibit.pk not in held:
                going.append(exhibit)
            elif shown & moving and exhibit.is_current:
                shared.append(exhibit)
        self.exhibits(sorted([*going, *_replaced_by(going)], key=lambda one: one.number or 0))
        for exhibit in shared:
            self._share(exhibit, moving)

    def _share(self, exhibit: Exhibit, moving: Collection[int]) -> None:
        twin = Exhibit.objects.get(pk=exhibit.pk)
        twin.pk, twin.declaration, twin.incident = None, None, self.to
        twin.number = next(_following(self.to.exhibits.all(), self.exhibit_numbers))
        twin.save(force_insert=True)
        shown = Passage.objects.filter(exhibits=exhibit, review__in=moving)
        twin.passages.set(shown)
        InterruptingAct.objects.filter(exhibit=exhibit, review__in=moving).update(exhibit=twin)
        twin.reviews.set(exhibit.reviews.filter(pk__in=moving))
        exhibit.passages.remove(*shown)
        exhibit.reviews.remove(*moving)
        self._record(Kind.EXHIBIT_SHARED, Kind.EXHIBIT_CAME, "number", exhibit.number, twin.number)

    def _record(self, left: Kind, came: Kind, name: str, old: int | None, new: int | None) -> None:
        """The same fact in the history of both files, each with its own number."""
        here = {name: old, "file": self.to.reference, "new_number": new}
        there = {name: new, "file": self.source.reference, "old_number": old}
        record(left, incident=self.source, actor=self.by, at=self.at, **here)
        record(came, incident=self.to, actor=self.by, at=self.at, **there)


def entrusted(reviews: Collection[Review]) -> Assignment | None:
    """A mission under way on one of these contents: its selection is frozen, they stay."""
    return _at_work().filter(reviews__in=reviews).order_by("pk").first()


def _at_work() -> AssignmentQuerySet:
    return Assignment.objects.open()


def _replaced_by(exhibits: Collection[Exhibit]) -> list[Exhibit]:
    """What these have replaced, however long ago: they go together."""
    found = list(Exhibit.objects.filter(replaced_by__in=exhibits)) if exhibits else []
    return [*found, *_replaced_by(found)] if found else []


def _acts_proved(exhibit: Exhibit) -> set[int]:
    """The contents of whose procedural acts it is the proof."""
    return set(InterruptingAct.objects.filter(exhibit=exhibit).values_list("review", flat=True))


def _following(rows: QuerySet, reserved: Mapping[int, int]) -> Iterator[int]:
    """The numbers that come after those of these rows, and after those that are reserved."""
    last = max([rows.aggregate(last=Max("number"))["last"] or 0, *reserved.values()])
    while True:
        last += 1
        yield last
