import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.tasks import deliver_letters
from apps.directory.models import Practitioner
from tests.factories import DelegateFactory, handler

PAGE = reverse("portal:delegates")
JULIE = {"name": "Julie Masson", "email": "julie@example.org", "relation": "secretary"}


def test_a_practitioner_names_and_dismisses_a_delegate(
    phone: Client, surgeon: Practitioner
) -> None:
    assert phone.post(PAGE, JULIE).url == PAGE
    delegate = surgeon.delegates.get()
    assert "Julie Masson" in phone.get(PAGE).text
    phone.post(reverse("portal:dismiss_delegate", args=[delegate.pk]))
    assert "julie@example.org" not in phone.get(PAGE).text


def test_what_is_missing_is_asked_for(phone: Client) -> None:
    page = phone.post(PAGE, {"email": "julie"}).text
    for sentence in ("le nom de votre délégué", "n’est pas complète", "qui est cette personne"):
        assert page.count(sentence) >= 2


def test_an_address_that_is_somebody_else_s_says_nothing_of_them(phone: Client) -> None:
    sofia = handler(name="Sofia Canari")
    page = phone.post(PAGE, JULIE | {"email": sofia.email}).text
    assert "Indiquez-en une autre" in page
    assert "Canari" not in page


def test_the_delegate_of_a_colleague_is_not_dismissed(phone: Client) -> None:
    theirs = DelegateFactory()
    address = reverse("portal:dismiss_delegate", args=[theirs.pk])
    assert phone.post(address).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_new_delegate_chooses_a_password_by_the_usual_mail(
    phone: Client, settings: object
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    phone.post(PAGE, JULIE)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": JULIE["email"]})
    deliver_letters()
    [link] = re.findall(r"https?://[^/\s]+(/compte/mot-de-passe/\S+)", mail.outbox[-1].body)
    form = client.get(link, follow=True).redirect_chain[-1][0]
    chosen = "un mot de passe choisi 2026"
    client.post(form, {"password1": chosen, "password2": chosen})
    assert User.objects.get(email=JULIE["email"]).check_password(chosen)
