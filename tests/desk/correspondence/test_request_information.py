from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.correspondence.models import InformationRequest
from apps.incidents.models import Incident
from tests.factories import closed_incident, taken_incident

DUE = {"due_on_0": "30", "due_on_1": "11", "due_on_2": "2026"}


def url(incident: Incident) -> str:
    return reverse("desk:request_information", args=[incident.reference])


def test_each_box_becomes_a_request(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(
        url(incident),
        DUE
        | {
            "ready": ["publication_date", "go_ahead"],
            "question": "Le nom de votre secrétariat.",
            "kind": "information",
            "review": incident.reviews.get().pk,
        },
    )
    asked = InformationRequest.objects.order_by("pk")
    assert [request.kind for request in asked] == ["information", "decision", "information"]
    assert asked[2].question == "Le nom de votre secrétariat."
    assert asked[0].review == incident.reviews.get()
    page = desk.get(reverse("desk:file_steps", args=[incident.reference])).content.decode()
    assert "Pas encore vu." in page
    assert "En attente de : sociétaire" in page


def test_asking_for_nothing_is_refused(desk: Client, sofia: User) -> None:
    page = desk.post(url(taken_incident(sofia)), DUE).content.decode()
    assert "Cochez au moins une demande" in page
    assert not InformationRequest.objects.exists()


def test_the_day_is_to_come_and_a_week_away_unless_said_otherwise(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    assert 'value="30"' in desk.get(url(incident)).content.decode()
    sent = DUE | {"due_on_0": "23", "ready": ["go_ahead"]}
    assert "Choisissez un jour à venir." in desk.post(url(incident), sent).content.decode()


def test_nothing_is_asked_on_a_colleague_s_file_nor_on_one_that_is_over(desk: Client) -> None:
    for incident in (taken_incident(), closed_incident()):
        desk.post(url(incident), DUE | {"ready": ["go_ahead"]})
    assert not InformationRequest.objects.exists()
