from datetime import timedelta

import pytest

from apps.accounts.models import Role
from apps.casework.deadlines.remind import JOB, remind
from apps.casework.deadlines.watch_engine import watch_engine
from apps.casework.tasks import watch_engine as task
from apps.deadlines.models import Heartbeat
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, UserFactory, handler, supervisor

pytestmark = pytest.mark.django_db
LATE = timedelta(hours=2, seconds=1)


@pytest.fixture(autouse=True)
def engine() -> None:
    remind(at=MONDAY_MORNING)


def test_two_hours_of_silence_are_told_to_supervisors_and_administrators() -> None:
    told = {supervisor(), UserFactory(role=Role.ADMIN)}
    handler()
    supervisor(is_active=False)
    assert watch_engine(at=MONDAY_MORNING + LATE) == 2
    assert {letter.recipient for letter in Letter.objects.all()} == told


def test_less_is_not_a_lateness() -> None:
    supervisor()
    assert watch_engine(at=MONDAY_MORNING + timedelta(hours=2)) == 0


def test_each_lateness_is_told_once() -> None:
    supervisor()
    for minutes in (0, 15, 600):
        watch_engine(at=MONDAY_MORNING + LATE + timedelta(minutes=minutes))
    assert Letter.objects.count() == 1
    recovered = MONDAY_MORNING + timedelta(days=1)
    remind(at=recovered)
    assert watch_engine(at=recovered) == 0
    watch_engine(at=recovered + LATE)
    assert Letter.objects.count() == 2


def test_the_letter_says_since_when_on_the_clock_of_paris() -> None:
    supervisor()
    watch_engine(at=MONDAY_MORNING + LATE)
    letter = Letter.objects.get()
    assert letter.data == {"stopped_on": "2026-11-23", "stopped_time": "09:30"}
    assert letter.not_before == MONDAY_MORNING + LATE  # at any hour


def test_an_engine_that_never_ran_is_not_late() -> None:
    supervisor()
    Heartbeat.objects.filter(job=JOB).delete()
    assert watch_engine(at=MONDAY_MORNING + LATE) == 0


def test_the_task_says_it_in_the_log(time_machine, caplog) -> None:
    supervisor()
    time_machine.move_to(MONDAY_MORNING + LATE)
    task()
    assert "the deadline engine is late: 1 people told" in caplog.text
