import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.withdraw_request import withdraw_request
from apps.correspondence.models import InformationRequest
from apps.directory.models import Practitioner
from tests.factories import MONDAY_MORNING, ended, png, requested_information, taken_incident


def asked(surgeon: Practitioner, kind: str = "information") -> InformationRequest:
    (request,) = requested_information(taken_incident(practitioner=surgeon), kind)
    return request


def page_of(request: InformationRequest) -> str:
    return reverse("portal:answer_request", args=[request.incident.reference, request.pk])


def test_opening_the_page_is_kept_as_seen(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon)
    page = phone.get(page_of(request)).text
    assert "Demande de information" in page
    assert "lundi 30\u00a0novembre\u00a02026" in page
    request.refresh_from_db()
    assert request.seen_at


def test_words_are_sent(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon)
    phone.post(page_of(request), {"text": "Le 2 novembre."})
    request.refresh_from_db()
    assert request.answer == "Le 2 novembre."
    assert "Le 2 novembre." in phone.get(page_of(request)).text


def test_a_decision_is_yes_or_no(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon, "decision")
    assert "Choisissez une réponse." in phone.post(page_of(request), {"text": ""}).text
    phone.post(page_of(request), {"agreed": "no"})
    request.refresh_from_db()
    assert request.agreed is False


def test_files_are_handed_over(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon, "file")
    phone.post(page_of(request), {"files": [png(), png(size=(9, 9))], "kind": "capture"})
    assert request.exhibits.count() == 2
    assert "Pièce remise" in phone.get(page_of(request)).text


def test_a_refused_file_is_said_and_the_text_stays(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon, "file")
    upload = SimpleUploadedFile("notes.txt", b"du texte", content_type="image/png")
    sent = {"files": [upload], "kind": "other", "text": "Voici ce que j’ai."}
    page = phone.post(page_of(request), sent).text
    assert "n’est pas accepté" in page
    assert "Voici ce que j’ai." in page
    request.refresh_from_db()
    assert request.is_pending


def test_neither_file_nor_words_is_refused(phone: Client, surgeon: Practitioner) -> None:
    page = phone.post(page_of(asked(surgeon, "file")), {"kind": "other"}).text
    assert "Choisissez un fichier, ou dites pourquoi" in page


def test_health_words_are_warned_about_once(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon)
    sent = {"text": "Elle a eu une chimiothérapie."}
    page = phone.post(page_of(request), sent).text
    assert "Elle a eu une chimiothérapie." in page
    request.refresh_from_db()
    assert request.is_pending
    phone.post(page_of(request), sent | {"health_words_seen": "yes"})
    request.refresh_from_db()
    assert not request.is_pending


def test_an_answer_too_long_keeps_its_text(phone: Client, surgeon: Practitioner) -> None:
    body = "a" * 10_001
    page = phone.post(page_of(asked(surgeon)), {"text": body}).text
    assert "dépasse 10\u00a0000 caractères" in page
    assert body in page


def test_what_was_answered_meanwhile_is_said(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon)
    answer_request(request, text="Oui.", by=surgeon.user, at=MONDAY_MORNING)
    assert "déjà répondu" in phone.post(page_of(request), {"text": "Non."}).text


def test_what_was_withdrawn_asks_for_nothing(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon)
    withdraw_request(request, by=request.asked_by, at=MONDAY_MORNING)
    page = phone.get(page_of(request)).text
    assert "Nous n’en avons plus besoin." in page
    assert "Envoyer ma réponse" not in page


def test_a_file_that_is_over_asks_for_nothing(phone: Client, surgeon: Practitioner) -> None:
    request = asked(surgeon)
    ended(request.incident)
    assert "Envoyer ma réponse" not in phone.get(page_of(request)).text


@pytest.mark.usefixtures("surgeon")
def test_the_request_of_someone_else_does_not_exist(phone: Client) -> None:
    (request,) = requested_information(taken_incident())
    assert phone.get(page_of(request)).status_code == 404
    request.refresh_from_db()
    assert request.seen_at is None


def test_the_request_of_another_file_is_not_on_this_one(
    phone: Client, surgeon: Practitioner
) -> None:
    request, other = asked(surgeon), taken_incident(practitioner=surgeon)
    url = reverse("portal:answer_request", args=[other.reference, request.pk])
    assert phone.get(url).status_code == 404
