"""The tus half that the page speaks to, request by request."""

import hashlib
from base64 import b64encode
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit, Upload
from apps.incidents.models import Declaration
from apps.portal.steps import DeclarationStep
from tests.factories import PractitionerFactory, handler, png, taken_incident
from tests.portal.typed import draft_at, page_of

pytestmark = pytest.mark.engine

CONTENT = png(size=(300, 200)).read()


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft_at(surgeon, DeclarationStep.EXHIBITS)


def start(client: Client, url: str, size: object = len(CONTENT), **said: str) -> HttpResponse:
    pairs = {"filename": "capture du 23.png", "kind": "other", **said}
    metadata = ",".join(f"{name} {b64encode(v.encode()).decode()}" for name, v in pairs.items())
    return client.post(url, headers={"Upload-Length": str(size), "Upload-Metadata": metadata})


def send(client: Client, url: str, offset: object, chunk: bytes, **extra: Any) -> HttpResponse:
    sent_as = extra.get("content_type", "application/offset+octet-stream")
    headers = {"Upload-Offset": str(offset), "Content-Type": sent_as}
    return client.patch(url, chunk, content_type=sent_as, headers=headers)


@pytest.fixture
def url(phone: Client, declaration: Declaration) -> str:
    return start(phone, page_of(declaration, "start_draft_upload")).headers["Location"]


def test_a_file_arrives_in_chunks_and_is_sealed_once(
    phone: Client, declaration: Declaration, url: str
) -> None:
    first = send(phone, url, 0, CONTENT[:100])
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "100")
    found = phone.head(url)
    assert (found.headers["Upload-Offset"], found.headers["Upload-Length"]) == (
        "100",
        str(len(CONTENT)),
    )
    assert send(phone, url, 100, CONTENT[100:]).status_code == 204
    exhibit = declaration.exhibits.get()
    assert (exhibit.name, exhibit.kind) == ("capture du 23.png", Exhibit.Kind.OTHER)
    assert exhibit.sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_an_answer_that_was_lost_is_asked_again(
    phone: Client, declaration: Declaration, url: str
) -> None:
    for _ in range(2):
        send(phone, url, 0, CONTENT)
        assert phone.head(url).headers["Upload-Offset"] == str(len(CONTENT))
        assert send(phone, url, len(CONTENT), b"").status_code == 204
    assert declaration.exhibits.count() == 1


def test_a_chunk_from_elsewhere_is_a_conflict(phone: Client, url: str) -> None:
    send(phone, url, 0, CONTENT[:100])
    assert send(phone, url, 0, CONTENT[:100]).status_code == 409


@pytest.mark.parametrize(
    ("offset", "extra", "status"),
    [("", {}, 400), ("-1", {}, 400), ("0", {"content_type": "text/plain"}, 415)],
)
def test_what_is_not_the_protocol_is_refused(
    phone: Client, url: str, offset: str, extra: dict[str, str], status: int
) -> None:
    assert send(phone, url, offset, CONTENT, **extra).status_code == status


def test_an_announcement_without_a_length_is_refused(
    phone: Client, declaration: Declaration
) -> None:
    place = page_of(declaration, "start_draft_upload")
    assert start(phone, place, size="beaucoup").status_code == 400
    too_large = start(phone, place, size=10**12)
    assert too_large.status_code == 422
    assert "«\u00a0capture du 23.png\u00a0» dépasse" in too_large.text


def test_a_file_that_cannot_be_kept_answers_with_its_sentence(
    phone: Client, declaration: Declaration
) -> None:
    script = b"<script>alert(1)</script>"
    place = page_of(declaration, "start_draft_upload")
    url = start(phone, place, size=len(script)).headers["Location"]
    refusal = send(phone, url, 0, script)
    assert refusal.status_code == 422
    assert "capture du 23.png" in refusal.text
    assert phone.head(url).status_code == 404


def test_an_upload_is_given_up(phone: Client, url: str) -> None:
    assert phone.delete(url).status_code == 204
    assert phone.head(url).status_code == 404
    assert not Upload.objects.exists()


@pytest.mark.parametrize("method", ["head", "patch", "delete"])
def test_somebody_else_s_upload_does_not_exist(url: str, method: str) -> None:
    for stranger in (PractitionerFactory().user, handler()):
        client = Client()
        client.force_login(stranger)
        assert getattr(client, method)(url).status_code == 404
    assert Upload.objects.exists()


def test_an_upload_of_a_draft_lands_in_the_file_that_it_became(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(practitioner=surgeon)
    place = reverse("portal:start_incident_upload", args=[incident.reference])
    url = start(phone, place).headers["Location"]
    assert send(phone, url, 0, CONTENT).status_code == 204
    assert incident.exhibits.get().reviews.get() == incident.reviews.get()


def test_without_a_session_one_is_sent_to_sign_in(phone: Client, url: str) -> None:
    phone.logout()
    assert send(phone, url, 0, CONTENT).status_code == 302
