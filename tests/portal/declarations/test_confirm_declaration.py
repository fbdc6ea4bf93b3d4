import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from tests.factories import declared_incident


@pytest.fixture
def incident(surgeon: Practitioner) -> Incident:
    incident = declared_incident(surgeon)
    incident.confirmed_at = None
    incident.save()
    return incident


def page_of(incident: Incident, name: str = "confirm_declaration") -> str:
    return reverse(f"portal:{name}", args=[incident.reference])


def test_the_file_says_that_it_waits_to_be_confirmed(phone: Client, incident: Incident) -> None:
    assert page_of(incident) in phone.get(page_of(incident, "incident")).text


def test_one_tap_confirms(phone: Client, incident: Incident) -> None:
    assert incident.reviews.get().words in phone.get(page_of(incident)).text
    response = phone.post(page_of(incident), {"confirm": "yes"})
    assert response.url == page_of(incident, "incident")
    incident.refresh_from_db()
    assert incident.confirmed_at
    assert phone.get(page_of(incident)).url == page_of(incident, "incident")
    assert page_of(incident) not in phone.get(page_of(incident, "incident")).text


def test_a_correction_is_asked_for_in_a_message(phone: Client, incident: Incident) -> None:
    typed = {"correct": "yes", "body": "Le lien n’est pas le bon."}
    assert phone.post(page_of(incident), typed).url == page_of(incident, "messages")
    assert incident.messages.get().body == "Le lien n’est pas le bon."
    incident.refresh_from_db()
    assert incident.confirmed_at is None


def test_a_correction_without_words_is_asked_for_again(phone: Client, incident: Incident) -> None:
    page = phone.post(page_of(incident), {"correct": "yes"}).text
    assert page.count("Dites ce qu’il faut corriger.") == 2
