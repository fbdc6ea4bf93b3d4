"""The development mailbox: what was sent is read, and its links followed, without signing in."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from apps.mailbox.relay import Rejected

pytestmark = pytest.mark.django_db  # the pages' frame looks at who is signed in


@pytest.fixture(autouse=True)
def maildir(settings: Settings, tmp_path: Path) -> None:
    settings.DEV_MAILDIR = tmp_path / "mail"


def send(subject: str, to: str = "dr.martin@example.org") -> None:
    message = EmailMultiAlternatives(
        subject,
        "Échéance « J-15 » & la suite.",
        to=[to],
        connection=get_connection("apps.devmailbox.backend.MaildirBackend"),
    )
    message.attach_alternative(
        '<p>Échéance.</p><a href="http://localhost:8000/dossier/1/">Ouvrir</a>'
        '<a href="javascript:alert(1)">non</a>',
        "text/html",
    )
    assert message.send() == 1


def test_an_empty_mailbox_says_so(client: Client) -> None:
    assert "Aucun courrier" in client.get(reverse("devmailbox:letters")).text


def test_the_newest_letter_comes_first(client: Client) -> None:
    send("Première lettre")
    send("Seconde lettre")
    page = client.get(reverse("devmailbox:letters")).text
    assert page.index("Seconde lettre") < page.index("Première lettre")


def test_a_letter_shows_its_text_and_real_links(client: Client) -> None:
    send("Échéance J-15")
    [letter] = client.get(reverse("devmailbox:letters")).context["letters"]
    page = client.get(reverse("devmailbox:letter", args=[letter.key])).text
    assert "dr.martin@example.org" in page
    assert "Échéance « J-15 » &amp; la suite." in page
    assert '<a href="http://localhost:8000/dossier/1/">' in page
    assert 'href="javascript' not in page


def test_an_unknown_letter_is_not_found(client: Client) -> None:
    for key in ("inconnue", "..%2F..%2Fetc%2Fpasswd"):
        assert client.get(f"{reverse('devmailbox:letters')}{key}/").status_code == 404


def test_an_address_that_cannot_exist_is_refused_as_by_a_real_server(client: Client) -> None:
    with pytest.raises(Rejected) as refusal:
        send("Perdue", to="dr.martin@cabinet.invalid")
    assert (refusal.value.code, refusal.value.final) == (550, True)
    assert "Perdue" not in client.get(reverse("devmailbox:letters")).text
