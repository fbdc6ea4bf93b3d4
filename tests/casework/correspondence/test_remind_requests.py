from datetime import datetime, timedelta

import pytest

from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.tasks import remind_of_requests
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, ended, requested_information, taken_incident

pytestmark = pytest.mark.django_db


def after(days: int, **clock: int) -> datetime:
    return MONDAY_MORNING + timedelta(days=days, **clock)


def test_three_and_seven_days_later_and_only_then() -> None:
    requested_information(taken_incident())
    assert [remind_requests(at=after(days)) for days in (0, 1, 2, 3, 4, 7, 8, 30)] == [
        0, 0, 0, 1, 0, 1, 0, 0,
    ]  # fmt: skip


def test_one_letter_for_everything_asked_of_a_file() -> None:
    incident = taken_incident()
    requested_information(incident, "information", "file", "decision")
    requested_information(incident, "file", at=after(0, hours=2))
    assert remind_requests(at=after(3, hours=3)) == 1
    letter = Letter.objects.get(kind="request_reminder")
    assert letter.recipient == incident.practitioner.user
    assert letter.data == {"due_on": "2026-11-30"}


def test_after_an_outage_the_latest_reminder_alone_is_told() -> None:
    requested_information(taken_incident())
    assert [remind_requests(at=after(9)), remind_requests(at=after(10))] == [1, 0]


def test_what_is_answered_is_asked_no_more_and_what_remains_is() -> None:
    incident = taken_incident()
    first, second = requested_information(incident, "information", "file")
    answer_request(first, text="Oui.", by=incident.practitioner.user, at=after(1))
    assert remind_requests(at=after(3)) == 1
    answer_request(second, text="Non.", by=incident.practitioner.user, at=after(4))
    assert remind_requests(at=after(7)) == 0


def test_nothing_is_asked_again_once_the_file_is_over() -> None:
    incident = taken_incident()
    requested_information(incident)
    ended(incident, at=after(1))
    assert remind_requests(at=after(3)) == 0


def test_nobody_is_asked_again_at_night_nor_on_a_sunday() -> None:
    requested_information(taken_incident())
    assert remind_requests(at=after(3, hours=12)) == 0
    assert remind_requests(at=after(6)) == 0
    assert remind_requests(at=after(4)) == 1


def test_the_task_asks_again(time_machine) -> None:
    requested_information(taken_incident())
    time_machine.move_to(after(3), tick=False)
    remind_of_requests()
    assert Letter.objects.filter(kind="request_reminder").count() == 1


def test_among_some_files_the_others_wait_for_their_turn() -> None:
    asked, other = taken_incident(), taken_incident()
    requested_information(asked)
    requested_information(other)
    assert remind_requests(at=after(3), among=Incident.objects.filter(pk=asked.pk)) == 1
    assert Letter.objects.get(kind="request_reminder").incident == asked
    assert remind_requests(at=after(3)) == 1
