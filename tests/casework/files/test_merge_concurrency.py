"""Two people who join, part and work on the same files at once, with real threads."""

from collections.abc import Callable
from functools import partial

import pytest

from apps.casework.files.merge import CannotMerge, merge
from apps.casework.files.split import split
from apps.casework.files.undo_merge import CannotUndoMerge, undo_merge
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Merge, Qualification
from apps.incidents.status import IllegalMove, Status
from apps.journal.models import broken_links
from apps.legal.taxonomy import Label
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    declared_review,
    handler,
    read_as,
    taken_incident,
)
from tests.race import race

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(race, refused=(CannotMerge, CannotUndoMerge, IllegalMove))


def two_files() -> tuple[Incident, Incident]:
    practitioner, sofia = PractitionerFactory(), handler()
    one, other = (
        taken_incident(
            sofia,
            practitioner=practitioner,
            reviews=[declared_review(), declared_review(url="")],
        )
        for _ in range(2)
    )
    return one, other


def joining(absorbed: Incident, kept: Incident) -> Callable[[], Merge]:
    return lambda: merge(
        absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING
    )


def check_whole() -> None:
    """Each content has its clock, under its own file, and a file that was merged has none."""
    for deadline in Deadline.objects.open().select_related("review"):
        assert deadline.incident_id == deadline.review.incident_id
    assert Deadline.objects.open().count() == 4
    for incident in Incident.objects.all():
        assert broken_links(incident) == []
        numbers = [review.number for review in incident.reviews.order_by("number")]
        assert len(set(numbers)) == len(numbers)


def test_two_merges_that_cross_leave_one_open_file() -> None:
    one, other = two_files()
    results = at_once(joining(one, other), joining(other, one))
    assert sum(isinstance(result, CannotMerge) for result in results) == 1
    assert Merge.objects.count() == 1
    [kept] = Incident.objects.open()
    assert kept.reviews.count() == 4
    check_whole()


def test_the_same_merge_sent_twice_at_once_is_one() -> None:
    one, other = two_files()
    first, second = at_once(joining(one, other), joining(one, other))
    assert first == second
    check_whole()


def test_a_reading_and_a_merge_at_once_lose_no_clock() -> None:
    one, other = two_files()
    review = one.reviews.get(number=1)

    def read() -> Qualification:
        return read_as(review, Label.OPINION, by=one.handler)

    reading, _ = at_once(read, joining(one, other))
    check_whole()
    other.refresh_from_db()
    if isinstance(reading, Qualification):
        assert other.status == Status.QUALIFIED
        assert Qualification.objects.open().get().passage.review.incident == other
    else:
        assert isinstance(reading, IllegalMove)
        assert not Qualification.objects.exists()


def test_a_merge_undone_twice_at_once_is_undone_once() -> None:
    one, other = two_files()
    merged = joining(one, other)()

    def undo() -> Incident:
        return undo_merge(merged, by=other.handler, at=MONDAY_MORNING)

    assert at_once(undo, undo) == [one, one]
    assert (one.reviews.count(), other.reviews.count()) == (2, 2)
    check_whole()


def test_a_split_and_a_merge_at_once_leave_every_content_in_one_file() -> None:
    one, other = two_files()
    going = [one.reviews.get(number=2)]

    def part() -> Incident:
        return split(one, reviews=going, by=one.handler, at=MONDAY_MORNING)

    at_once(part, joining(one, other))
    check_whole()
    assert sum(incident.reviews.count() for incident in Incident.objects.open()) == 4
