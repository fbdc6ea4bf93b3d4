from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.read_messages import read_messages
from apps.casework.correspondence.write_message import write_message
from apps.correspondence.models import Message
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from tests.factories import MONDAY_MORNING, taken_incident


def page_of(incident: Incident) -> str:
    return reverse("portal:messages", args=[incident.reference])


def test_both_sides_are_read_in_their_order(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    assert "Aucun message pour le moment" in phone.get(page_of(incident)).text
    write_message(incident, body="Bonjour Docteur.", by=incident.handler, at=MONDAY_MORNING)
    assert phone.post(page_of(incident), {"body": "Merci."}).url == page_of(incident)
    page = phone.get(page_of(incident)).text
    assert "Votre message est envoyé." in page
    assert page.index("Bonjour Docteur.") < page.index("Merci.")
    assert "Votre gestionnaire" in page


def test_one_sees_when_ones_message_was_read(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    write_message(incident, body="Et maintenant ?", by=surgeon.user, at=MONDAY_MORNING)
    assert "Pas encore lu" in phone.get(page_of(incident)).text
    read_messages(incident, by=incident.handler, at=MONDAY_MORNING)
    page = phone.get(page_of(incident)).text
    assert "Vu le 23\u00a0novembre\u00a02026 à\u00a09\u00a0h\u00a030" in page


def test_an_empty_message_is_not_sent(phone: Client, surgeon: Practitioner) -> None:
    page = phone.post(page_of(taken_incident(practitioner=surgeon)), {"body": " "}).text
    assert page.count("Écrivez votre message.") == 2
    assert not Message.objects.exists()


def test_a_message_too_long_keeps_its_text(phone: Client, surgeon: Practitioner) -> None:
    body = "a" * 10_001
    page = phone.post(page_of(taken_incident(practitioner=surgeon)), {"body": body}).text
    assert "dépasse 10\u00a0000 caractères" in page
    assert body in page
    assert not Message.objects.exists()
