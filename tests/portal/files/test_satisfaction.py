import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Incident, Satisfaction
from tests.factories import declared_incident, ended, handler, taken_incident

ANSWERS = {"supported": "5", "informed": "3", "helped": "4", "words": "Plus de nouvelles."}


@pytest.fixture
def incident(surgeon: Practitioner) -> Incident:
    return ended(taken_incident(practitioner=surgeon))


def url(incident: Incident) -> str:
    return reverse("portal:satisfaction", args=[incident.reference])


def test_three_answers_are_given_shown_again_and_read_at_the_desk(
    phone: Client, incident: Incident
) -> None:
    assert "Merci. Votre avis est transmis" in phone.post(url(incident), ANSWERS, follow=True).text
    page = phone.get(url(incident)).text
    assert "vous avez déjà donné votre avis" in page
    assert "Plus de nouvelles." in page
    phone.force_login(handler())
    desk = phone.get(reverse("desk:closed", args=[incident.reference])).text
    assert "Ce que le sociétaire en dit" in desk
    assert "Tout à fait" in desk


def test_a_question_left_out_is_said_and_the_rest_stays(phone: Client, incident: Incident) -> None:
    page = phone.post(url(incident), {**ANSWERS, "helped": ""}).text
    assert "Choisissez une réponse à cette question." in page
    assert "Plus de nouvelles." in page
    assert not Satisfaction.objects.exists()


def test_a_mark_that_does_not_exist_is_refused(phone: Client, incident: Incident) -> None:
    assert phone.post(url(incident), {**ANSWERS, "helped": "9"}).status_code == 200
    assert not Satisfaction.objects.exists()


def test_a_file_that_is_open_says_when(phone: Client, surgeon: Practitioner) -> None:
    incident = declared_incident(surgeon)
    assert "quand il sera terminé" in phone.get(url(incident)).text
    answered = phone.post(url(incident), ANSWERS, follow=True).text
    assert "quand il sera terminé" in answered
    assert not Satisfaction.objects.exists()
