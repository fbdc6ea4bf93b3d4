import pytest

from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.withdraw_request import withdraw_request
from apps.correspondence.models import AlreadySettled
from apps.incidents.status import WaitingOn
from tests.factories import MONDAY_MORNING, requested_information, taken_incident

pytestmark = pytest.mark.django_db


def test_when_nothing_is_awaited_any_more_it_is_the_handler_s_turn() -> None:
    incident = taken_incident()
    first, second = requested_information(incident, "information", "file")
    withdraw_request(first, by=incident.handler, at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.PRACTITIONER
    withdraw_request(second, by=incident.handler, at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.HANDLER


def test_withdrawn_twice_it_is_withdrawn_once() -> None:
    incident = taken_incident()
    (request,) = requested_information(incident)
    for _ in range(2):
        withdraw_request(request, by=incident.handler, at=MONDAY_MORNING)
    assert incident.events.filter(kind="request.withdrawn").count() == 1


def test_an_answer_cannot_be_withdrawn() -> None:
    incident = taken_incident()
    (request,) = requested_information(incident)
    answer_request(request, text="Oui.", by=incident.practitioner.user, at=MONDAY_MORNING)
    with pytest.raises(AlreadySettled):
        withdraw_request(request, by=incident.handler, at=MONDAY_MORNING)
