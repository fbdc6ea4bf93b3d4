from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.remedies.models import OnlineCheck
from apps.vocabulary.presence import Presence
from tests.factories import MONDAY_MORNING, closed_incident, declared_review, taken_incident


def page_of(incident: Incident) -> str:
    return reverse("portal:online_checks", args=[incident.reference])


@pytest.fixture
def incident(surgeon: Practitioner) -> Incident:
    incident = taken_incident(practitioner=surgeon, reviews=[declared_review(), declared_review()])
    ask_online_checks(at=MONDAY_MORNING + timedelta(days=7))
    return incident


def test_a_mail_scanner_that_opens_the_link_answers_nothing(
    phone: Client, incident: Incident
) -> None:
    for method in (phone.get, phone.head):
        assert method(page_of(incident)).status_code == 200
    assert phone.get(page_of(incident), {"number": 1, "presence": "removed"}).status_code == 200
    assert OnlineCheck.objects.pending().count() == 2


def test_one_tap_answers_for_one_content(phone: Client, incident: Incident) -> None:
    phone.post(page_of(incident), {"number": 2, "presence": "removed"})
    check = OnlineCheck.objects.answered().get()
    assert (check.review.number, check.presence) == (2, Presence.REMOVED)
    page = phone.get(page_of(incident)).text
    assert "votre réponse est enregistrée" in page
    assert "Retiré" in page


def test_a_difference_is_noted_and_told_on_the_file(phone: Client, incident: Incident) -> None:
    note = "La dernière phrase a disparu."
    phone.post(page_of(incident), {"number": 1, "presence": "changed", "note": note})
    page = phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert note in page
    assert "vérification en ligne, modifié" in page


@pytest.mark.parametrize(
    "sent", [{"note": ""}, {"number": 1}, {"number": 1, "presence": "perhaps"}]
)
def test_a_tap_that_says_nothing_is_refused(phone: Client, incident: Incident, sent) -> None:
    assert "Choisissez" in phone.post(page_of(incident), sent).text
    assert not OnlineCheck.objects.answered().exists()


def test_a_content_that_does_not_exist_is_not_found(phone: Client, incident: Incident) -> None:
    sent = {"number": 9, "presence": "online"}
    assert phone.post(page_of(incident), sent).status_code == 404


def test_health_words_in_a_note_are_warned_about_once(phone: Client, incident: Incident) -> None:
    sent = {"number": 1, "presence": "changed", "note": "Il parle de sa chimiothérapie."}
    assert "Il parle de sa chimiothérapie." in phone.post(page_of(incident), sent).text
    assert not OnlineCheck.objects.answered().exists()
    phone.post(page_of(incident), sent | {"health_words_seen": "yes"})
    assert OnlineCheck.objects.answered().exists()


def test_a_file_that_is_over_is_read_only(phone: Client, surgeon: Practitioner) -> None:
    incident = closed_incident(practitioner=surgeon)
    assert "Votre dossier est terminé." in phone.get(page_of(incident)).text
    page = phone.post(page_of(incident), {"number": 1, "presence": "online"}, follow=True).text
    assert "rien n’y change plus" in page
