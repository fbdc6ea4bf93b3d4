"""Suits follow their contents from a file to another: no date moves, and steps find their act."""

from datetime import date

import pytest

from apps.casework.deadlines.record_act import Subject
from apps.casework.files.split import split
from apps.deadlines.models import Proceeding
from tests.factories import MONDAY_MORNING, checked_act, declared_review, taken_incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident():
    return taken_incident(reviews=[declared_review(), declared_review()])


def separated(incident):
    leaving = incident.reviews.get(number=2)
    return split(incident, reviews=[leaving], by=incident.handler, at=MONDAY_MORNING)


def test_a_suit_about_the_content_that_leaves_goes_with_it(incident) -> None:
    act = checked_act(incident.reviews.get(number=2))
    before = incident.reviews.get(number=2).deadlines.open().get().legal_last_day
    other = separated(incident)
    assert Proceeding.objects.get(pk=act.proceeding_id).incident == other
    assert other.deadlines.open().get().legal_last_day == before


def test_a_suit_about_both_contents_is_in_both_files_each_with_its_act(incident) -> None:
    first, second = incident.reviews.order_by("number")
    checked_act(first, subjects=[Subject(first), Subject(second)])
    other = separated(incident)
    assert incident.proceedings.get().acts.get().review == first
    moved = other.proceedings.get()
    assert moved.acts.get().review == second
    step = checked_act(
        other.reviews.get(), "PLACEMENT", proceeding=moved, done_on=date(2026, 11, 23)
    )
    assert step.review.deadlines.open().get().legal_last_day == date(2027, 2, 23)
