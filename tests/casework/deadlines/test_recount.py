from datetime import UTC, date, datetime, timedelta

import pytest

from apps.casework.deadlines.confirm_dates import confirm_dates
from apps.casework.deadlines.recount import recount
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Publication
from apps.journal.kinds import Kind
from apps.legal.interruption import Doubt
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    acted,
    checked_act,
    declared_review,
    ended,
    qualified_incident,
    read_as,
    supervisor,
)

pytestmark = pytest.mark.django_db
TWO_ENDS = Window.between(date(2026, 9, 1), date(2026, 9, 20))
ON_ITS_LAST_DAY = datetime(2026, 12, 1, 9, tzinfo=UTC)
THE_DAY_AFTER = ON_ITS_LAST_DAY + timedelta(days=1)


def published(window: Window) -> Incident:
    return qualified_incident(reviews=[declared_review(window=window)])


def term(incident: Incident) -> Deadline:
    return incident.deadlines.open().get()


# --- Once the earliest day has passed -------------------------------------------------------------


def test_the_later_reading_drives_from_the_day_after_the_earliest_last_day() -> None:
    incident = published(TWO_ENDS)
    assert recount(at=ON_ITS_LAST_DAY) == 0
    assert (term(incident).legal_last_day, term(incident).doubt) == (date(2026, 12, 1), "")
    assert recount(at=THE_DAY_AFTER) == 1
    turned = term(incident)
    assert (turned.legal_last_day, turned.act_by) == (date(2026, 12, 20), date(2026, 12, 18))
    assert (turned.first_last_day, turned.doubt) == (date(2026, 12, 1), Doubt.LATEST_DAY)
    incident.refresh_from_db()
    assert (incident.queue_key, incident.doubt) == ("1-2026-12-18", Doubt.LATEST_DAY)


def test_done_again_it_does_nothing_and_a_night_that_was_missed_is_caught_up() -> None:
    published(TWO_ENDS)
    at = THE_DAY_AFTER + timedelta(days=6)
    assert [recount(at=at), recount(at=at), recount(at=at + timedelta(days=1))] == [1, 0, 0]


def test_whoever_works_with_the_date_is_told_that_it_may_still_be_time() -> None:
    karim, incident = supervisor(), published(TWO_ENDS)
    recount(at=THE_DAY_AFTER)
    letters = Letter.objects.filter(kind="date_moved")
    people = {karim, incident.handler, incident.practitioner.user}
    assert {letter.recipient for letter in letters} == people
    data = letters[0].data
    assert (data["former_act_by"], data["act_by"]) == ("2026-11-30", "2026-12-18")
    assert data["possible_until"] == "2026-12-20"


def test_when_no_reading_leaves_a_day_the_term_is_over_and_nobody_is_told_of_a_new_date() -> None:
    incident = published(TWO_ENDS)
    recount(at=THE_DAY_AFTER)
    told = Letter.objects.filter(kind="date_moved").count()
    the_end = datetime(2026, 12, 21, 9, tzinfo=UTC)
    assert recount(at=the_end) == 0
    assert term(incident).legal_last_day == date(2026, 12, 20)
    assert term(incident).is_over(the_end.date())
    assert Letter.objects.filter(kind="date_moved").count() == told


def test_an_exact_day_that_has_passed_turns_to_nothing() -> None:
    incident = published(Window.on_day(date(2026, 9, 1)))
    assert recount(at=THE_DAY_AFTER) == 0
    assert term(incident).legal_last_day == date(2026, 12, 1)


def test_an_act_that_nobody_checked_takes_over_from_nothing() -> None:
    incident = published(Window.on_day(date(2026, 9, 1)))
    acted(incident.reviews.get())
    recount(at=THE_DAY_AFTER)
    assert (term(incident).legal_last_day, term(incident).doubt) == (
        date(2026, 12, 1),
        Doubt.PENDING_ACT,
    )
    assert not term(incident).is_over(THE_DAY_AFTER.date())


def test_the_date_of_the_passages_that_an_act_names_drives_once_the_others_are_lost() -> None:
    incident = published(Window.on_day(date(2026, 9, 1)))
    review = incident.reviews.get()
    read_as(review, start=51, end=57)
    checked_act(review, passages=(review.passages.earliest("start"),))
    assert term(incident).legal_last_day == date(2026, 12, 1)
    recount(at=THE_DAY_AFTER)
    assert (term(incident).legal_last_day, term(incident).doubt) == (
        date(2027, 2, 20),
        Doubt.OTHER_PASSAGES,
    )


def test_a_closed_file_is_not_counted_again() -> None:
    incident = published(TWO_ENDS)
    ended(incident)
    assert recount(at=THE_DAY_AFTER) == 0


# --- Counted by an older engine -------------------------------------------------------------------


def counted_before(words: str, *, by_older_engine: Window, seen_on: date) -> Incident:
    """A file whose window was read from the words of a site, otherwise than they are now."""
    incident = published(by_older_engine)
    origin = Window.relative(words, seen_on).origin
    Publication.objects.update(source="RELATIVE", origin=origin)
    Deadline.objects.update(counted_on=None)
    return incident


def test_a_window_read_from_the_words_of_a_site_is_read_again_earlier() -> None:
    seen_on = date(2026, 11, 20)
    narrow = Window.between(date(2026, 11, 1), date(2026, 11, 6))
    incident = counted_before("il y a 2 semaines", by_older_engine=narrow, seen_on=seen_on)
    assert recount(at=MONDAY_MORNING) == 1
    publication = incident.reviews.get().publications.open().get()
    assert (publication.earliest, publication.latest) == (date(2026, 10, 30), date(2026, 11, 6))
    assert term(incident).legal_last_day == date(2027, 1, 30)
    event = incident.events.get(kind=Kind.PUBLICATION_CHANGED)
    assert event.actor is None
    assert recount(at=MONDAY_MORNING) == 0


def test_a_window_that_would_be_read_later_is_held_for_any_senior_person() -> None:
    wide = Window.between(date(2026, 10, 1), date(2026, 11, 6))
    incident = counted_before("il y a 2 semaines", by_older_engine=wide, seen_on=date(2026, 11, 20))
    recount(at=MONDAY_MORNING)
    held = term(incident)
    assert (held.legal_last_day, held.is_held, held.held_for) == (date(2027, 1, 1), True, None)
    confirm_dates(incident.reviews.get(), by=supervisor(), at=MONDAY_MORNING)
    assert term(incident).legal_last_day == date(2027, 1, 30)


def test_words_that_cannot_be_read_any_more_keep_their_window() -> None:
    incident = published(Window.between(date(2026, 10, 1), date(2026, 11, 6)))
    Publication.objects.update(source="RELATIVE", origin="Lue autrefois.")
    Deadline.objects.update(counted_on=None)
    assert recount(at=MONDAY_MORNING) == 1
    assert Publication.objects.count() == 1
    assert term(incident).legal_last_day == date(2027, 1, 1)
    assert recount(at=MONDAY_MORNING) == 0
