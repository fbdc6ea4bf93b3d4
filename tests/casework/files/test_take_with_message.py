import pytest

from apps.casework.files.take import AlreadyTaken, take
from apps.casework.files.take_with_message import take_with_message
from apps.correspondence.models import Message
from apps.correspondence.variables import UnfilledVariable
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, declared_incident, handler

from .test_concurrency import at_once

pytestmark = pytest.mark.django_db


def sent(incident: Incident, by, body: str = "Bonjour.") -> Incident:
    return take_with_message(incident, body=body, by=by, at=MONDAY_MORNING)


def test_a_file_is_taken_and_its_practitioner_written_to_in_one_step() -> None:
    sofia = handler()
    incident = sent(declared_incident(), sofia, "canari-message")
    assert incident.handler == sofia
    assert incident.messages.get().body == "canari-message"
    assert Letter.objects.filter(kind__in=["incident_taken", "new_message"]).count() == 2
    assert "canari" not in str(list(Letter.objects.values())) + str(list(incident.events.values()))


def test_nothing_leaves_for_a_file_that_a_colleague_has() -> None:
    incident = take(declared_incident(), by=handler(name="Sofia Renard"), at=MONDAY_MORNING)
    with pytest.raises(AlreadyTaken, match=r"Sofia Renard \(09:30\)"):
        sent(incident, handler())
    assert not Message.objects.exists()


def test_sent_twice_it_writes_once() -> None:
    sofia, incident = handler(), declared_incident()
    sent(incident, sofia)
    with pytest.raises(AlreadyTaken, match="Vous suivez déjà"):
        sent(incident, sofia)
    assert Message.objects.count() == 1


def test_words_that_are_not_finished_leave_the_file_to_others() -> None:
    incident = declared_incident()
    with pytest.raises(UnfilledVariable):
        sent(incident, handler(), "Bonjour {praticien}")
    incident.refresh_from_db()
    assert incident.handler is None


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_write_one_message() -> None:
    incident, sofia, karim = declared_incident(), handler(), handler()
    results = at_once(lambda: sent(incident, sofia), lambda: sent(incident, karim))
    assert sum(isinstance(result, AlreadyTaken) for result in results) == 1
    message = Message.objects.get()
    incident.refresh_from_db()
    assert message.author == incident.handler
