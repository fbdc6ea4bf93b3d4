"""Ways in which a later date could drive one day without anybody having agreed to it."""

from datetime import date, timedelta

import pytest

from apps.casework.deadlines.change_publication import HiddenByAnAct, change_publication
from apps.casework.deadlines.confirm_dates import confirm_dates
from apps.casework.deadlines.recount import recount
from apps.casework.deadlines.undo_check import undo_check
from apps.deadlines.clock import set_clocks
from apps.deadlines.models import Deadline
from apps.legal.interruption import Doubt
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    acted,
    checked_act,
    declared_review,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY_MORNING + timedelta(days=1)
OCTOBER = Window.on_day(date(2026, 10, 20))


def content(window: Window = OCTOBER):
    return taken_incident(reviews=[declared_review(window=window)]).reviews.get()


def redate(review, window: Window, *, at=TUESDAY) -> None:
    publication = review.publications.open().get(number=1)
    by = review.incident.handler
    change_publication(publication, window=window, reason="Capture", by=by, at=at)


def term(review) -> Deadline:
    return review.deadlines.open().get(rule_code="PRESS_3M")


def test_behind_a_checked_act_a_publication_is_not_dated_later() -> None:
    review = content()
    act = checked_act(review, done_on=date(2026, 11, 10))
    with pytest.raises(HiddenByAnAct, match="Un acte vérifié compte"):
        redate(review, Window.on_day(date(2026, 11, 2)))
    undo_check(act, reason="Domicile élu", by=supervisor(), at=TUESDAY)
    assert term(review).legal_last_day == date(2027, 1, 20)


def test_behind_a_checked_act_an_earlier_date_is_taken() -> None:
    review = content()
    checked_act(review, done_on=date(2026, 11, 10))
    redate(review, Window.on_day(date(2026, 10, 1)))
    assert review.publications.open().get().earliest == date(2026, 10, 1)


def test_a_later_end_of_the_window_is_held_and_does_not_drive_once_the_first_has_passed() -> None:
    review = content(Window.between(date(2026, 8, 26), date(2026, 8, 28)))
    redate(review, Window.between(date(2026, 8, 26), date(2026, 11, 10)))
    held = term(review)
    assert (held.legal_last_day, held.doubt) == (date(2026, 11, 26), Doubt.HELD)
    recount(at=MONDAY_MORNING + timedelta(days=5))
    assert term(review).legal_last_day == date(2026, 11, 26)
    assert not term(review).is_over(date(2026, 12, 1))
    confirm_dates(review, by=supervisor(), at=MONDAY_MORNING + timedelta(days=6))
    assert term(review).legal_last_day == date(2027, 2, 10)


def test_a_window_that_opens_on_both_sides_begins_earlier_at_once() -> None:
    review = content()
    redate(review, Window.between(date(2026, 10, 10), date(2026, 11, 5)))
    assert (term(review).legal_last_day, term(review).doubt) == (date(2027, 1, 10), Doubt.HELD)
    told = set(Letter.objects.filter(key__startswith="deadline-").values_list("kind", flat=True))
    assert {"date_moved", "date_held"} <= told
    set_clocks(review, at=TUESDAY + timedelta(hours=1), by=review.incident.handler)
    assert term(review).doubt == Doubt.HELD
    confirm_dates(review, by=supervisor(), at=TUESDAY + timedelta(hours=2))
    assert (term(review).legal_last_day, term(review).doubt) == (date(2027, 1, 10), "")


def test_the_window_that_was_declared_turns_by_itself() -> None:
    review = content(Window.between(date(2026, 8, 26), date(2026, 11, 10)))
    recount(at=MONDAY_MORNING + timedelta(days=5))
    turned = term(review)
    assert (turned.legal_last_day, turned.first_last_day) == (date(2027, 2, 10), date(2026, 11, 26))


def test_once_the_last_reading_has_ended_the_first_does_not_come_back() -> None:
    review = content(Window.between(date(2026, 8, 26), date(2026, 11, 10)))
    recount(at=MONDAY_MORNING + timedelta(days=5))
    turned = term(review)
    long_after = MONDAY_MORNING + timedelta(days=120)
    set_clocks(review, at=long_after, by=review.incident.handler)
    assert term(review).pk == turned.pk
    assert term(review).is_over(long_after.date())


def test_the_time_to_pay_a_deposit_is_not_put_off_by_one_person() -> None:
    review = content()
    due = {"code": "PLAINTE_CPC", "done_on": date(2026, 11, 20)}
    acted(review, **due, deposit_due_on=date(2026, 12, 18))
    acted(review, **due, deposit_due_on=date(2027, 1, 15), at=TUESDAY)
    owed = review.deadlines.open().get(rule_code="CPC_DEPOSIT")
    assert (owed.legal_last_day, owed.doubt) == (date(2026, 12, 18), Doubt.HELD)
    confirm_dates(review, by=supervisor(), at=TUESDAY + timedelta(hours=1))
    owed = review.deadlines.open().get(rule_code="CPC_DEPOSIT")
    assert owed.legal_last_day == date(2027, 1, 15)
