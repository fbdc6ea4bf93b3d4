"""The link by which one chooses a new password: a letter whose text is not kept."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.tasks import deliver_letters
from apps.mailbox.models import Letter
from config.settings import base
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
ASK, SIGN_IN = reverse("account_reset_password"), reverse("account_login")
NEW = "un autre mot de passe 2026"


@pytest.fixture(autouse=True)
def letters_in_memory(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def ask_and_choose(client: Client, user: User) -> str:
    """Ask for the link, follow it, choose; returns the link."""
    client.post(ASK, {"email": user.email})
    deliver_letters()
    [link] = re.findall(r"https?://[^/\s]+(/compte/mot-de-passe/\S+)", mail.outbox[-1].body)
    page = client.get(link, follow=True)
    assert "plus valable" not in page.text
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    return link


def test_the_link_of_the_letter_lets_one_choose_a_new_password_once(client: Client) -> None:
    user = UserFactory()
    link = ask_and_choose(client, user)
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert not user.check_password(PASSWORD)
    assert "plus valable" in Client().get(link, follow=True).text


def test_the_link_is_kept_nowhere(client: Client) -> None:
    ask_and_choose(client, UserFactory())
    letter = Letter.objects.get()
    assert letter.subject == "Choisir un nouveau mot de passe"
    assert (letter.body_text, letter.body_html, letter.data) == ("", "", {})


def test_a_new_password_opens_the_door_to_whoever_had_tried_too_often(
    client: Client, settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    user = UserFactory()
    for _ in range(5):
        client.post(SIGN_IN, {"login": user.email, "password": "faux"})
    ask_and_choose(client, user)
    assert Client().post(SIGN_IN, {"login": user.email, "password": NEW}).status_code == 302


def test_an_address_that_nobody_has_is_answered_the_same_and_gets_nothing(client: Client) -> None:
    known, unknown = (
        client.post(ASK, {"email": email}, follow=True)
        for email in (UserFactory().email, "personne@example.org")
    )
    assert known.redirect_chain == unknown.redirect_chain
    assert Letter.objects.count() == 1
