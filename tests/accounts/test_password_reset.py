import re

import pytest
from django.core import mail
from django.test import Client

from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
NEW = "un autre mot de passe 2026"


def test_the_link_of_the_mail_lets_one_choose_a_new_password_once(client: Client, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    user = UserFactory()
    client.post("/compte/mot-de-passe-oublie/", {"email": user.email})
    [letter] = mail.outbox
    assert letter.subject.startswith("Vigie")
    [link] = re.findall(r"https?://[^/\s]+(/compte/mot-de-passe/\S+)", letter.body)
    page = client.get(link, follow=True)
    assert "plus valable" not in page.content.decode()
    form = page.redirect_chain[-1][0]
    client.post(form, {"password1": NEW, "password2": NEW})
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert not user.check_password(PASSWORD)
    assert "plus valable" in Client().get(link, follow=True).content.decode()
