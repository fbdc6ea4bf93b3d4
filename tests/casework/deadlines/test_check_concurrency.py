"""Acts and dates decided by several people at once, with real threads and real connections."""

from datetime import date
from functools import partial

import pytest

from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.check_act import CannotCheck, check_act
from apps.casework.deadlines.confirm_dates import CannotConfirm, confirm_dates
from apps.casework.deadlines.record_act import CorrectedMeanwhile
from apps.casework.deadlines.undo_check import CannotUndoCheck, undo_check
from apps.deadlines.models import ActCheck
from apps.incidents.models import Incident, Review
from apps.journal.kinds import Kind
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.refusals import Refused
from tests.factories import (
    MONDAY_MORNING,
    acted,
    attached,
    checked_act,
    declared_review,
    qualified_incident,
    supervisor,
)
from tests.race import race

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(race, refused=Refused)
LAST_DAY = date(2027, 1, 20)
ONCE_CHECKED = date(2027, 2, 20)


@pytest.fixture
def review() -> Review:
    published = Window.on_day(date(2026, 10, 20))
    incident = qualified_incident(reviews=[declared_review(window=published)])
    attached(incident)
    return incident.reviews.get()


def last_days(incident: Incident) -> list[date]:
    return list(incident.deadlines.open().values_list("legal_last_day", flat=True))


def test_two_people_who_check_one_act_at_once_make_one_check(review: Review) -> None:
    act = acted(review)
    checks = [partial(check_act, act, by=supervisor(), at=MONDAY_MORNING) for _ in range(3)]
    found = at_once(*checks)
    assert found[0] == found[1] == found[2] == [ActCheck.objects.get()]
    assert review.incident.events.filter(kind=Kind.ACT_CHECKED).count() == 1
    assert Letter.objects.filter(kind="act_checked").count() == 1
    assert last_days(review.incident) == [ONCE_CHECKED]


def test_an_act_corrected_while_it_is_checked_counts_for_nothing_whoever_came_first(
    review: Review,
) -> None:
    act, karim = acted(review), supervisor()
    checked, corrected = at_once(
        partial(check_act, act, by=karim, at=MONDAY_MORNING),
        partial(acted, review, done_by="Me Blanc", corrected=act),
    )
    assert isinstance(checked, list | CannotCheck)
    assert review.acts.open().get() == corrected
    assert corrected.is_pending
    assert last_days(review.incident) == [LAST_DAY]


def test_two_corrections_at_once_leave_one_act(review: Review) -> None:
    act = checked_act(review)
    found = at_once(
        *(partial(acted, review, done_on=date(2026, 11, day), corrected=act) for day in (16, 17))
    )
    assert sum(isinstance(one, CorrectedMeanwhile) for one in found) == 1
    assert review.acts.open().count() == 1
    assert last_days(review.incident) == [LAST_DAY]


def test_one_act_recorded_at_once_by_several_people_is_one_act_of_one_suit(
    review: Review,
) -> None:
    assert len(set(at_once(*[partial(acted, review)] * 3))) == 1
    assert review.incident.proceedings.count() == 1
    assert review.acts.count() == 1


def test_a_check_taken_back_twice_at_once_is_taken_back_once(review: Review) -> None:
    act = checked_act(review)
    found = at_once(
        *(partial(undo_check, act, reason="?", by=supervisor(), at=MONDAY_MORNING) for _ in "ab")
    )
    assert sum(isinstance(one, CannotUndoCheck) for one in found) == 1
    assert review.incident.events.filter(kind=Kind.ACT_CHECK_UNDONE).count() == 1
    assert last_days(review.incident) == [LAST_DAY]


def redate(review: Review, day: int) -> None:
    change_publication(
        review.publications.open().get(),
        window=Window.on_day(date(2026, 10, day)),
        reason="Capture.",
        by=review.incident.handler,
        at=MONDAY_MORNING,
    )


def test_a_later_date_confirmed_twice_at_once_is_confirmed_once(review: Review) -> None:
    redate(review, 28)
    found = at_once(
        *(partial(confirm_dates, review, by=supervisor(), at=MONDAY_MORNING) for _ in "ab")
    )
    assert sum(isinstance(one, CannotConfirm) for one in found) == 1
    assert review.incident.events.filter(kind=Kind.DATES_CONFIRMED).count() == 1
    assert last_days(review.incident) == [date(2027, 1, 28)]


def test_a_later_date_asked_while_an_act_is_checked_does_not_slip_through(review: Review) -> None:
    """Either it waits and the act is not confirmed, or the act drives and it changes no date."""
    act = acted(review, done_on=date(2026, 10, 22))
    checked, _ = at_once(
        partial(check_act, act, by=supervisor(), at=MONDAY_MORNING), partial(redate, review, 28)
    )
    held = review.deadlines.open().get()
    if isinstance(checked, CannotCheck):
        assert (held.legal_last_day, held.is_held) == (LAST_DAY, True)
    else:
        assert held.legal_last_day <= date(2027, 1, 22)
