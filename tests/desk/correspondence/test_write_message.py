from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.read_messages import read_messages
from apps.casework.correspondence.write_message import write_message
from apps.correspondence.models import Message
from apps.incidents.models import Incident
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    taken_incident,
)


def url(incident: Incident) -> str:
    return reverse("desk:write_message", args=[incident.reference])


def test_a_message_is_written_and_announced(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    response = desk.post(url(incident), {"body": "Bonjour Docteur."}, follow=True)
    assert Message.objects.get().body == "Bonjour Docteur."
    assert incident.letters.filter(kind="new_message").count() == 1
    assert "Message envoyé à" in response.content.decode()


def test_both_sides_of_the_conversation_are_shown(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    write_message(
        incident, body="Merci de votre aide.", by=incident.practitioner.user, at=MONDAY_MORNING
    )
    assert "Merci de votre aide." in desk.get(url(incident)).content.decode()


def test_one_sees_when_the_practitioner_has_read(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    write_message(incident, body="Bonjour.", by=sofia, at=MONDAY_MORNING)
    assert "Pas encore lu" in desk.get(url(incident)).text
    read_messages(incident, by=incident.practitioner.user, at=MONDAY_MORNING)
    assert (
        "Vu le 23\u00a0novembre\u00a02026 à\u00a09\u00a0h\u00a030" in desk.get(url(incident)).text
    )


def test_the_composer_says_who_will_read(desk: Client, sofia: User) -> None:
    doctor = PractitionerFactory(user=UserFactory(name="Dr Léa Fontaine", role="practitioner"))
    nurse = PractitionerFactory(user=UserFactory(name="Anne Keller", role="practitioner"))
    page = desk.get(url(taken_incident(sofia, practitioner=doctor))).content.decode()
    assert "Visible par le Dr Léa Fontaine" in page
    page = desk.get(url(taken_incident(sofia, practitioner=nurse))).content.decode()
    assert "Visible par Anne Keller" in page


def test_an_empty_message_is_sent_back(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), {"body": "   "}).content.decode()
    assert "Écrivez votre message." in page
    assert "Erreur\xa0:" in page
    assert not Message.objects.exists()


def test_on_a_colleagues_file_nothing_is_sent_and_the_text_is_kept(desk: Client) -> None:
    incident = taken_incident()
    assert "Envoyer le message" not in desk.get(url(incident)).content.decode()
    page = desk.post(url(incident), {"body": "Ne pas perdre ceci."}).content.decode()
    assert "Ce dossier est suivi par" in page
    assert "Ne pas perdre ceci." in page
    assert not Message.objects.exists()
