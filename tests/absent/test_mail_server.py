"""The mail server is away: no page shows it, and letters wait."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.tasks import deliver_letters
from apps.correspondence.models import Message
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import handler, taken_incident

pytestmark = pytest.mark.django_db(transaction=True)
ASK = reverse("account_reset_password")


@pytest.fixture(autouse=True)
def no_mail_server(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def test_a_message_is_written_and_its_letter_waits(client: Client) -> None:
    incident = taken_incident()
    client.force_login(incident.handler)
    page = reverse("desk:write_message", args=[incident.reference])
    assert client.post(page, {"body": "Bonjour."}).status_code == 302
    assert Message.objects.exists()
    deliver_letters()
    assert set(Letter.objects.values_list("status", "attempts")) == {(LetterStatus.QUEUED, 0)}


def test_a_forgotten_password_is_asked_for_and_its_link_waits(client: Client) -> None:
    known = client.post(ASK, {"email": handler().email})
    unknown = client.post(ASK, {"email": "personne@example.org"})
    assert known.status_code == unknown.status_code == 302
    assert known.url == unknown.url
    deliver_letters()
    assert Letter.objects.get().status == LetterStatus.QUEUED
