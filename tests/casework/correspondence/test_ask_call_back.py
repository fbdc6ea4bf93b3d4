import pytest
from django.db import IntegrityError, transaction

from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.correspondence.models import CallBack
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
NIGHT = MONDAY_MORNING.replace(hour=23)


def test_the_supervisors_and_the_handler_are_written_to_at_once_even_at_night() -> None:
    karim, incident = supervisor(), taken_incident()
    handler()
    surgeon = incident.practitioner
    ask_call_back(surgeon, phone="06 12 34 56 78", by=surgeon.user, at=NIGHT)
    letters = Letter.objects.filter(kind="call_back_asked")
    assert {letter.recipient for letter in letters} == {karim, incident.handler}
    assert {letter.not_before for letter in letters} == {NIGHT}
    assert "06 12" not in str(list(letters.values()))


def test_a_supervisor_who_has_left_is_not_counted_on() -> None:
    supervisor(is_active=False)
    surgeon = PractitionerFactory()
    ask_call_back(surgeon, phone="0612345678", by=surgeon.user, at=NIGHT)
    assert not Letter.objects.exists()


def test_asked_twice_is_one_call_to_the_last_number() -> None:
    supervisor()
    surgeon = PractitionerFactory()
    for phone in ("0612345678", "0698765432"):
        ask_call_back(surgeon, phone=phone, by=surgeon.user, at=NIGHT)
    assert CallBack.objects.get().phone == "0698765432"
    assert Letter.objects.count() == 1


def test_asked_from_a_file_it_is_in_its_history_without_the_number() -> None:
    incident = taken_incident()
    surgeon = incident.practitioner
    ask_call_back(surgeon, phone="0612345678", incident=incident, by=surgeon.user, at=NIGHT)
    event = incident.events.get(kind=Kind.CALL_BACK_ASKED)
    assert "0612345678" not in str(event.data)


def test_the_database_refuses_two_waiting_calls_to_one_person() -> None:
    surgeon = PractitionerFactory()
    waiting = ask_call_back(surgeon, phone="0612345678", by=surgeon.user, at=NIGHT)
    waiting.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        waiting.save(force_insert=True)
