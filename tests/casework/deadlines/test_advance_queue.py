from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.advance_queue import advance_queue
from apps.deadlines.models import Deadline
from apps.incidents.models import NO_CLOCK, OVER, RUNNING, UNDATED, Incident
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    declared_incident,
    declared_review,
    handler,
)


def published(*days: date | None) -> Incident:
    windows = [Window.on_day(day) if day else Window.unknown() for day in days]
    return declared_incident(reviews=[declared_review(window=window) for window in windows])


@pytest.mark.django_db
def test_a_file_whose_last_day_has_passed_goes_behind_those_that_can_still_be_sued_for() -> None:
    over, running = published(date(2026, 9, 1)), published(date(2026, 11, 20))
    assert list(Incident.objects.in_queue_order()) == [over, running]
    assert advance_queue(at=MONDAY_MORNING + timedelta(days=30)) == 1
    assert list(Incident.objects.in_queue_order()) == [running, over]
    over.refresh_from_db()
    assert over.queue_key == "2-2026-11-30"


@pytest.mark.django_db
def test_a_file_goes_on_to_its_next_deadline_when_the_first_has_passed() -> None:
    incident = published(date(2026, 9, 1), date(2026, 11, 20))
    advance_queue(at=MONDAY_MORNING + timedelta(days=30))
    incident.refresh_from_db()
    assert incident.act_by == date(2027, 2, 19)


@pytest.mark.django_db
def test_advancing_twice_moves_nothing_the_second_time() -> None:
    published(date(2026, 9, 1))
    at = MONDAY_MORNING + timedelta(days=30)
    assert [advance_queue(at=at), advance_queue(at=at)] == [1, 0]


@pytest.mark.django_db
def test_the_last_legal_day_itself_is_not_yet_over() -> None:
    incident = published(date(2026, 9, 1))
    last_day = incident.deadlines.get().legal_last_day
    assert advance_queue(at=MONDAY_MORNING + (last_day - MONDAY_MORNING.date())) == 0


@pytest.mark.django_db(transaction=True)
def test_a_deadline_opened_while_the_night_comes_to_its_file_is_not_forgotten() -> None:
    incident, at = published(date(2026, 9, 1)), MONDAY_MORNING + timedelta(days=30)

    def night() -> int:
        try:
            return advance_queue(at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as elsewhere:
        with transaction.atomic():
            add_publication(
                incident.reviews.get(),
                kind=PublicationKind.REPOST,
                window=Window.on_day(date(2026, 11, 20)),
                reason="Capture.",
                by=handler(),
                at=at,
            )
            moved = elsewhere.submit(night)
            with pytest.raises(TimeoutError):  # it waits for this file
                moved.result(timeout=0.5)
        moved.result()
    incident.refresh_from_db()
    assert incident.queue_key == "1-2027-02-19"


DAYS = st.none() | st.dates(date(2026, 7, 1), date(2026, 11, 20))


class EveryFileStandsWhereItsDeadlinesPutIt(TestCase):
    """The place kept on the file is the one that the deadlines themselves would give."""

    @settings(max_examples=15)
    @given(
        files=st.lists(st.lists(DAYS, min_size=1, max_size=3), min_size=1, max_size=4),
        later=st.integers(0, 120),
    )
    def test_whatever_the_dates_and_the_day(self, files, later) -> None:
        doctor = PractitionerFactory()
        for days in files:
            windows = [Window.on_day(day) if day else Window.unknown() for day in days]
            declared_incident(doctor, reviews=[declared_review(window=each) for each in windows])
        at = MONDAY_MORNING + timedelta(days=later)
        advance_queue(at=at)
        today = at.date()
        for incident in Incident.objects.all():
            driving = Deadline.objects.driving(incident, today=today)
            assert incident.act_by == driving.act_by
            assert incident.queue_key == _expected(driving, today)


def _expected(driving: Deadline | None, today: date) -> str:
    if driving is None:
        return NO_CLOCK
    if driving.act_by is None:
        return UNDATED
    return f"{OVER if driving.legal_last_day < today else RUNNING}{driving.act_by}"
