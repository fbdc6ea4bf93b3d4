import pytest

from apps.casework.correspondence.write_message import write_message
from apps.incidents.status import WaitingOn
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, declared_incident, handler, taken_incident

pytestmark = pytest.mark.django_db


def test_a_message_of_the_handler_is_announced_to_the_practitioner() -> None:
    incident = taken_incident()
    write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    letter = Letter.objects.get(kind="new_message")
    assert letter.recipient == incident.practitioner.user


def test_a_message_of_the_practitioner_waits_for_the_handler() -> None:
    incident = taken_incident()
    write_message(incident, body="Merci.", by=incident.practitioner.user, at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.HANDLER
    assert Letter.objects.get(kind="new_message").recipient == incident.handler


def test_a_message_on_a_file_without_handler_is_kept_and_announced_to_nobody() -> None:
    incident = declared_incident()
    write_message(incident, body="Allô ?", by=incident.practitioner.user, at=MONDAY_MORNING)
    assert incident.messages.count() == 1
    assert not Letter.objects.filter(kind="new_message").exists()


def test_the_words_of_a_message_are_in_no_letter_row_and_no_event() -> None:
    incident = taken_incident()
    write_message(incident, body="canari-message", by=handler(), at=MONDAY_MORNING)
    assert "canari" not in str(list(Letter.objects.values()))
    assert "canari" not in str(list(incident.events.values()))
