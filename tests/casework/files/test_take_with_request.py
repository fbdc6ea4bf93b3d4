from datetime import date

import pytest

from apps.casework.correspondence.request_information import Item
from apps.casework.files.take import AlreadyTaken
from apps.casework.files.take_with_request import take_with_request
from apps.correspondence.models import InformationRequest
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from tests.factories import MONDAY_MORNING, declared_incident, handler, taken_incident

pytestmark = pytest.mark.django_db
CAPTURE = Item(kind=InformationRequest.Kind.FILE, question="Une capture.")


def asked(incident: Incident, by) -> Incident:
    due_on = date(2026, 11, 30)
    return take_with_request(incident, items=[CAPTURE], due_on=due_on, by=by, at=MONDAY_MORNING)


def test_a_file_is_taken_and_then_waits_for_its_practitioner() -> None:
    sofia, incident = handler(), declared_incident()
    incident.refresh_from_db()
    act_by = incident.act_by
    asked(incident, sofia)
    incident.refresh_from_db()
    assert (incident.handler, incident.waiting_on) == (sofia, WaitingOn.PRACTITIONER)
    assert incident.information_requests.get().question == "Une capture."
    assert incident.act_by == act_by


def test_nothing_is_asked_of_a_file_that_a_colleague_has() -> None:
    with pytest.raises(AlreadyTaken):
        asked(taken_incident(), handler())
    assert not InformationRequest.objects.exists()


def test_sent_twice_it_asks_once() -> None:
    sofia, incident = handler(), declared_incident()
    asked(incident, sofia)
    with pytest.raises(AlreadyTaken, match="Vous suivez déjà"):
        asked(incident, sofia)
    assert InformationRequest.objects.count() == 1
