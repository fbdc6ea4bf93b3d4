from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from apps.deadlines.clock import set_clocks
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Publication
from apps.incidents.status import Status, WaitingOn
from apps.legal.windows import DateSource, Window
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    declared_review,
    handler,
    taken_incident,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


def test_setting_the_clocks_again_changes_nothing() -> None:
    review = declared_incident().reviews.get()
    before = list(Deadline.objects.values())
    set_clocks(review, at=MONDAY_MORNING + timedelta(days=1))
    assert list(Deadline.objects.values()) == before


def test_an_earlier_publication_closes_the_row_and_opens_another() -> None:
    review = declared_incident().reviews.get()
    old = review.deadlines.get()
    publication = review.publications.get()
    later = MONDAY_MORNING + timedelta(hours=1)
    Publication.objects.filter(pk=publication.pk).update(closed_at=later)
    Publication.objects.create(
        review=review,
        earliest=date(2026, 10, 1),
        latest=date(2026, 10, 3),
        source=DateSource.BETWEEN,
        opened_at=later,
    )
    set_clocks(review, at=later)
    old.refresh_from_db()
    assert old.closed_at == later
    assert review.deadlines.open().get().legal_last_day == date(2027, 1, 1)


def test_deadlines_come_in_the_order_of_publications() -> None:
    review = declared_incident().reviews.get()
    for number in (2, 3, 4):
        moments = {"opened_at": MONDAY_MORNING, "source": DateSource.BETWEEN}
        days = {"earliest": date(2026, 11, 1), "latest": date(2026, 11, number)}
        Publication.objects.create(review=review, number=number, **days, **moments)
    opened = set_clocks(review, at=MONDAY_MORNING)
    assert [deadline.publication.number for deadline in opened] == [1, 2, 3, 4]


def test_two_open_rows_for_the_same_rule_are_refused_by_the_database() -> None:
    deadline = declared_incident().deadlines.get()
    deadline.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        deadline.save(force_insert=True)


@pytest.mark.parametrize(
    "facts",
    [
        {"act_by": date(2027, 2, 2)},
        {"prudent_day": date(2027, 2, 2), "act_by": date(2027, 2, 2)},
        {"act_by": None},
    ],
)
def test_dates_out_of_order_are_refused_by_the_database(facts: dict) -> None:
    declared_incident()
    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.update(**facts)


@pytest.mark.parametrize("status", [Status.UNDER_REVIEW, Status.QUALIFIED, Status.IN_ACTION])
def test_no_status_and_no_turn_moves_a_legal_date(status: Status) -> None:
    incident = taken_incident()
    before = list(Deadline.objects.values())
    for waiting_on in WaitingOn:
        Incident.objects.filter(pk=incident.pk).update(
            status=status, waiting_on=waiting_on, handler=handler()
        )
        set_clocks(incident.reviews.get(), at=MONDAY_MORNING + timedelta(days=30))
    assert list(Deadline.objects.values()) == before


def test_a_deadline_remembers_the_version_of_its_rule_and_explains_itself() -> None:
    deadline = declared_incident().deadlines.get()
    assert deadline.rule_version.startswith("PRESS_3M@")
    assert any("art. 65" in step for step in deadline.explanation)
    assert not deadline.is_validated


def test_a_date_that_is_over_does_not_hide_one_that_still_runs() -> None:
    incident = declared_incident(
        reviews=[
            declared_review(window=Window.on_day(date(2024, 1, 5))),
            declared_review(window=Window.on_day(date(2026, 10, 1))),
        ]
    )
    running = Deadline.objects.driving(incident, today=MONDAY_MORNING.date())
    assert running.review.number == 2
    assert Incident.objects.get().act_by == running.act_by


def test_a_file_whose_dates_are_all_over_still_shows_one() -> None:
    incident = declared_incident(reviews=[declared_review(window=Window.on_day(date(2024, 1, 5)))])
    assert Deadline.objects.driving(incident, today=MONDAY_MORNING.date()).act_by.year == 2024
