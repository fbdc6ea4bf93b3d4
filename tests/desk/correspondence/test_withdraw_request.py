from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.answer_request import answer_request
from apps.incidents.models import Incident
from tests.factories import MONDAY_MORNING, requested_information, taken_incident


def withdrawn(desk: Client, incident: Incident) -> str:
    request = incident.information_requests.get()
    url = reverse("desk:withdraw_request", args=[incident.reference, request.pk])
    return desk.post(url, follow=True).content.decode()


def test_a_request_is_withdrawn(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    requested_information(incident)
    page = withdrawn(desk, incident)
    assert "Demande retirée." in page
    assert incident.information_requests.get().withdrawn_at


def test_an_answer_that_came_meanwhile_stays(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    (request,) = requested_information(incident)
    answer_request(request, text="Oui.", by=incident.practitioner.user, at=MONDAY_MORNING)
    assert "a répondu entre-temps" in withdrawn(desk, incident)


def test_the_request_of_a_colleague_stays(desk: Client) -> None:
    incident = taken_incident()
    requested_information(incident)
    assert "Ce dossier est suivi par" in withdrawn(desk, incident)
    assert incident.information_requests.get().is_pending
