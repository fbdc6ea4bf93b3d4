import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident
from tests.factories import declared_review, handler, taken_incident


@pytest.fixture
def incident(sofia: User) -> Incident:
    return taken_incident(sofia, reviews=[declared_review(), declared_review(url="")])


def url(incident: Incident) -> str:
    return reverse("desk:split", args=[incident.reference])


def test_contents_are_taken_out_into_a_new_file(desk: Client, incident: Incident) -> None:
    second = incident.reviews.get(number=2)
    page = desk.post(url(incident), {"reviews": [second.pk]}, follow=True).text
    second.refresh_from_db()
    assert f"Dossier {second.incident} ouvert avec ces contenus." in page
    assert second.incident != incident


def test_a_file_is_not_emptied(desk: Client, incident: Incident) -> None:
    every = [review.pk for review in incident.reviews.all()]
    assert "Un contenu au moins reste" in desk.post(url(incident), {"reviews": every}).text
    assert "Choisissez au moins un contenu." in desk.post(url(incident), {"sent": "empty"}).text
    assert Incident.objects.count() == 1


def test_a_file_of_one_content_has_nothing_to_split(desk: Client, sofia: User) -> None:
    assert "Rien à séparer" in desk.get(url(taken_incident(sofia))).text


def test_a_content_of_another_file_is_refused(desk: Client, incident: Incident) -> None:
    stranger = taken_incident().reviews.get()
    page = desk.post(url(incident), {"reviews": [stranger.pk]}).text
    assert "n’est plus dans ce dossier" in page


def test_a_colleague_s_file_is_not_split(client: Client, incident: Incident) -> None:
    client.force_login(handler())
    second = incident.reviews.get(number=2)
    page = client.post(url(incident), {"reviews": [second.pk]}).text
    assert "Ce dossier est suivi par Sofia Renard." in page
    assert incident.reviews.count() == 2
