"""Two people who join, part and work on the same files at once, with real threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from apps.casework.files.merge import CannotMerge, merge
from apps.casework.files.split import split
from apps.casework.files.undo_merge import CannotUndoMerge, undo_merge
from apps.casework.readings.qualify import qualify
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
    taken_incident,
)

pytestmark = pytest.mark.django_db(transaction=True)
REFUSED = (CannotMerge, CannotUndoMerge, IllegalMove)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """The results, or the refusals, of calls made at the same moment."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        except REFUSED as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


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
        return qualify(
            review,
            start=0,
            end=50,
            label=Label.OPINION,
            reason="Motif.",
            by=one.handler,
            at=MONDAY_MORNING,
        )

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
