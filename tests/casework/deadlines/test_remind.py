"""The clock's daily job: the tightest rung reached, once per deadline, rung and person."""

from datetime import UTC, date, datetime, timedelta

import pytest

from apps.accounts.models import User
from apps.casework.deadlines.remind import remind
from apps.casework.files.take import take
from apps.deadlines.models import Deadline, Heartbeat
from apps.incidents.models import Incident
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    declared_review,
    ended,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def due_in(days: int, by: User | None = None, **fields) -> Incident:
    """A taken file whose clock of three months has `days` days left on Monday morning."""
    incident = taken_incident(by, **fields)
    act_by = MONDAY_MORNING.date() + timedelta(days=days)
    incident.deadlines.update(
        act_by=act_by,
        prudent_day=act_by,
        legal_last_day=act_by + timedelta(days=1),
        last_service_day=act_by + timedelta(days=1),
    )
    return incident


def rungs(user: User) -> list[int]:
    letters = Letter.objects.filter(kind="deadline_reminder", recipient=user).order_by("pk")
    return [letter.data["rung"] for letter in letters]


@pytest.mark.parametrize(
    ("days", "rung"),
    [(60, 60), (59, 60), (45, 45), (31, 45), (30, 30), (8, 10), (7, 7), (1, 1), (0, 0), (-1, -1)],
)
def test_the_tightest_rung_reached_is_told(days: int, rung: int) -> None:
    sofia = handler()
    due_in(days, sofia)
    remind(at=MONDAY_MORNING)
    assert rungs(sofia) == [rung]


def test_nothing_is_told_more_than_sixty_days_ahead() -> None:
    due_in(61)
    assert remind(at=MONDAY_MORNING) == 0


def test_run_twice_it_tells_once() -> None:
    due_in(7)
    assert remind(at=MONDAY_MORNING) == 1
    assert remind(at=MONDAY_MORNING + timedelta(minutes=15)) == 0


def test_a_file_whose_transaction_ends_after_the_sweep_of_the_day_is_told_by_the_next() -> None:
    """Its deadline bears the moment at which the transaction began, an hour before at most."""
    remind(at=MONDAY_MORNING + timedelta(minutes=60))
    due_in(7)
    assert remind(at=MONDAY_MORNING + timedelta(minutes=75)) == 1


def test_each_rung_is_told_once_on_the_way_down() -> None:
    sofia = handler()
    due_in(30, sofia)
    for days in range(35):
        remind(at=MONDAY_MORNING + timedelta(days=days))
    assert rungs(sofia) == [30, 21, 14, 10, 7, 5, 3, 2, 1, 0, -1]


def test_a_week_of_outage_gives_one_letter_not_five() -> None:
    sofia = handler()
    due_in(8, sofia)
    remind(at=MONDAY_MORNING)
    remind(at=MONDAY_MORNING + timedelta(days=7))
    assert rungs(sofia) == [10, 1]


def test_a_file_that_nobody_has_is_told_to_the_supervisors() -> None:
    karim = supervisor()
    window = Window.on_day(date(2026, 9, 1))
    declared_incident(reviews=[declared_review(window=window)])
    remind(at=MONDAY_MORNING)
    assert rungs(karim) == [7]


def test_the_supervisors_are_told_too_in_the_last_five_days() -> None:
    karim, sofia = supervisor(), handler()
    due_in(5, sofia)
    due_in(6, sofia)
    remind(at=MONDAY_MORNING)
    assert sorted(rungs(sofia)) == [5, 7]
    assert rungs(karim) == [5]


def test_a_supervisor_who_works_the_file_is_told_once() -> None:
    karim = supervisor()
    due_in(3, karim)
    remind(at=MONDAY_MORNING)
    assert rungs(karim) == [3]


def test_a_closed_file_reminds_nobody() -> None:
    incident = due_in(3)
    ended(incident)
    assert remind(at=MONDAY_MORNING) == 0


def test_an_unknown_date_has_no_rung() -> None:
    take(
        declared_incident(reviews=[declared_review(window=Window.unknown())]),
        by=handler(),
        at=MONDAY_MORNING,
    )
    assert remind(at=MONDAY_MORNING) == 0


def test_the_day_is_that_of_paris_on_the_night_the_clocks_change() -> None:
    sofia = handler()
    incident = due_in(0, sofia)
    incident.deadlines.update(
        act_by=date(2027, 3, 26),
        prudent_day=date(2027, 3, 28),
        legal_last_day=date(2027, 3, 29),
        last_service_day=date(2027, 3, 27),
    )
    saturday_night_in_paris = datetime(2027, 3, 26, 23, 30, tzinfo=UTC)
    remind(at=saturday_night_in_paris)
    assert rungs(sofia) == [-1]


def test_a_deadline_that_moves_is_a_new_row_and_gets_its_reminders_again() -> None:
    sofia = handler()
    incident = due_in(7, sofia)
    remind(at=MONDAY_MORNING)
    old = Deadline.objects.open().get(incident=incident)
    Deadline.objects.filter(pk=old.pk).update(closed_at=MONDAY_MORNING)
    old.pk, old.closed_at = None, None
    old.save(force_insert=True)
    remind(at=MONDAY_MORNING)
    assert rungs(sofia) == [7, 7]


def test_the_engine_says_when_it_last_ran() -> None:
    remind(at=MONDAY_MORNING)
    assert Heartbeat.objects.get(job="remind").beat_at == MONDAY_MORNING


@pytest.mark.parametrize("deadlines", [1, 12])
def test_the_number_of_queries_does_not_depend_on_the_number_of_deadlines(
    deadlines: int, django_assert_num_queries
) -> None:
    supervisor()
    for _ in range(deadlines):
        due_in(3, handler())
    with django_assert_num_queries(22):
        assert remind(at=MONDAY_MORNING) == 2 * deadlines


def test_among_some_files_the_others_and_the_passage_are_left_alone() -> None:
    sofia, karim = handler(), handler()
    asked, other = due_in(7, sofia), due_in(7, karim)
    assert remind(at=MONDAY_MORNING, among=Incident.objects.filter(pk=asked.pk)) == 1
    assert (rungs(sofia), rungs(karim)) == ([7], [])
    assert Heartbeat.objects.get(job="remind").swept_on is None
    take(other, by=karim, at=MONDAY_MORNING)
    assert remind(at=MONDAY_MORNING) == 1
    assert (rungs(sofia), rungs(karim)) == ([7], [7])


def test_what_was_told_among_some_files_is_not_told_again_to_who_has_them_since() -> None:
    sofia, karim = handler(), handler()
    first, second = due_in(7, sofia), due_in(7, sofia)
    remind(at=MONDAY_MORNING, among=Incident.objects.filter(pk=first.pk))
    Incident.objects.filter(pk=first.pk).update(handler=karim)
    remind(at=MONDAY_MORNING, among=Incident.objects.filter(pk=second.pk))
    assert (rungs(sofia), rungs(karim)) == ([7, 7], [])
