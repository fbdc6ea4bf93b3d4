"""There is no place for a file: its sender reads why, nothing is half kept, it may come again."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from apps.correspondence.models import InformationRequest, Note, NoteFile
from apps.exhibits.models import Exhibit, Upload
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event
from apps.portal.steps import DeclarationStep
from tests.factories import (
    PractitionerFactory,
    declared_incident,
    png,
    requested_information,
    taken_incident,
)
from tests.portal.exhibits.test_upload import CONTENT, send, start
from tests.portal.typed import draft_at, page_of

pytestmark = pytest.mark.django_db
NOT_KEPT = "«\u00a0capture.png\u00a0» n’a pas été enregistré\u00a0: l’incident est de notre côté"
BY_ITSELF = "l’incident est de notre côté. L’envoi reprendra seul"


@contextmanager
def away(folder: str) -> Iterator[None]:
    """A file stands where this folder of VAR_DIR should be: not even root can write there."""
    place = Path(settings.VAR_DIR) / folder
    aside = place.with_name(f"{folder}-aside")
    place.mkdir(parents=True, exist_ok=True)
    place.rename(aside)
    place.write_text("not a folder")
    try:
        yield
    finally:
        place.unlink()
        aside.rename(place)


@pytest.fixture
def incident() -> Incident:
    return declared_incident()


@pytest.fixture
def phone(incident: Incident, client: Client) -> Client:
    client.force_login(incident.practitioner.user)
    return client


def test_an_exhibit_for_a_file_is_refused_with_a_sentence_and_taken_later(
    incident: Incident, phone: Client, caplog: pytest.LogCaptureFixture
) -> None:
    page = reverse("portal:exhibits", args=[incident.reference])
    with away("files"):
        answer = phone.post(page, {"kind": "capture", "files": [png()]})
    assert answer.status_code == 200
    assert NOT_KEPT in answer.text
    assert not Exhibit.objects.exists()
    assert not Event.objects.filter(kind=Kind.EXHIBIT_ADDED).exists()
    assert "a file cannot be kept: NotADirectoryError" in caplog.text
    assert "capture.png" not in caplog.text
    assert phone.post(page, {"kind": "capture", "files": [png()]}).status_code == 302
    assert Exhibit.objects.get().number == 1


def test_one_for_a_draft_does_not_hold_the_declaration_up(client: Client) -> None:
    surgeon = PractitionerFactory()
    declaration = draft_at(surgeon, DeclarationStep.EXHIBITS)
    client.force_login(surgeon.user)
    page = page_of(declaration, "declare_exhibits")
    with away("files"):
        assert NOT_KEPT in client.post(page, {"kind": "capture", "files": [png()]}).text
        assert client.post(page, {"kind": "capture"}).url == page_of(declaration, "declare_context")


def test_what_was_written_with_a_file_is_given_back(client: Client) -> None:
    incident = taken_incident()
    client.force_login(incident.handler)
    page = reverse("desk:write_note", args=[incident.reference])
    with away("files"):
        answer = client.post(page, {"body": "Vu au téléphone.", "files": [png()]})
    assert NOT_KEPT in answer.text
    assert "Vu au téléphone.</textarea>" in answer.text
    assert not Note.objects.exists()
    assert not NoteFile.objects.exists()


def test_an_answer_whose_file_has_no_place_stays_awaited(client: Client) -> None:
    [wanted] = requested_information(taken_incident(), "file")
    client.force_login(wanted.incident.practitioner.user)
    page = reverse("portal:answer_request", args=[wanted.incident.reference, wanted.pk])
    with away("files"):
        answer = client.post(page, {"text": "Le voici.", "kind": "other", "files": [png()]})
    assert NOT_KEPT in answer.text
    assert "Le voici.</textarea>" in answer.text
    assert InformationRequest.objects.pending().exists()


def test_no_room_to_look_at_a_file_is_the_same(
    incident: Incident, phone: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    page = reverse("portal:exhibits", args=[incident.reference])
    assert NOT_KEPT in phone.post(page, {"kind": "capture", "files": [png()]}).text


# --- Chunk by chunk -------------------------------------------------------------------------------


@pytest.fixture
def url(incident: Incident, phone: Client) -> str:
    place = reverse("portal:start_incident_upload", args=[incident.reference])
    return start(phone, place).headers["Location"]


def test_a_chunk_that_cannot_be_written_is_sent_again(phone: Client, url: str) -> None:
    with away("uploads"):
        answer = send(phone, url, 0, CONTENT)
        assert answer.status_code == 503
        assert BY_ITSELF in answer.text
        assert phone.head(url).headers["Upload-Offset"] == "0"
    assert send(phone, url, 0, CONTENT).status_code == 204
    assert Exhibit.objects.exists()


def test_a_file_that_arrived_and_cannot_be_sealed_waits_for_its_seal(
    phone: Client, url: str
) -> None:
    with away("files"):
        answer = send(phone, url, 0, CONTENT)
        assert answer.status_code == 503
        assert BY_ITSELF in answer.text
        assert not Exhibit.objects.exists()
    assert Upload.objects.get().received == len(CONTENT)
    assert send(phone, url, len(CONTENT), b"").status_code == 204
    assert Exhibit.objects.get().size == len(CONTENT)
