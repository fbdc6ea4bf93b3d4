"""What is sent after the session was lost comes back after the sign-in, to the same person only."""

import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from apps.accounts.carried import MOST
from apps.correspondence.models import Message
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration, Incident
from apps.portal.steps import DeclarationStep
from tests.factories import PASSWORD, PractitionerFactory, declared_incident, png
from tests.portal.typed import DISCUSSION, draft_at, page_of

SIGN_IN = reverse("account_login")


@pytest.fixture
def surgeon(db: None) -> Practitioner:
    return PractitionerFactory()


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft_at(surgeon, DeclarationStep.REVIEWS)


@pytest.fixture
def phone(surgeon: Practitioner, client: Client) -> Client:
    """Signed in, has seen a page, and then the session is lost."""
    client.force_login(surgeon.user)
    client.get(reverse("portal:start_declaration"))
    client.session.flush()
    return client


def carried_by(page: str) -> str:
    return unescape(re.search(r'name="carried" value="([^"]+)"', page)[1])


def fields_of(page: str) -> dict[str, str]:
    found = re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: unescape(value) for name, value in found}


def sign_in(phone: Client, practitioner: Practitioner, carried: str) -> str:
    typed = {"login": practitioner.user.email, "password": PASSWORD, "carried": carried}
    return phone.post(SIGN_IN, typed, follow=True).text


def test_what_was_typed_is_saved_after_the_sign_in(
    phone: Client, surgeon: Practitioner, declaration: Declaration
) -> None:
    review = page_of(declaration, "declare_review", 1)
    lost = phone.post(review, DISCUSSION)
    assert lost.status_code == 401
    assert "Vos réponses ont été gardées" in lost.text
    page = sign_in(phone, surgeon, carried_by(lost.text))
    assert f'action="{review}"' in page
    assert phone.post(review, fields_of(page)).status_code == 302
    declaration.refresh_from_db()
    assert declaration.answers["reviews"]["1"]["words"] == DISCUSSION["words"]


def test_a_wrong_password_loses_nothing(
    phone: Client, surgeon: Practitioner, declaration: Declaration
) -> None:
    lost = phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    typed = {"login": surgeon.user.email, "password": "faux", "carried": carried_by(lost.text)}
    again = phone.post(SIGN_IN, typed)
    assert "Vos réponses ont été gardées" in again.text
    assert "Fuyez." in sign_in(phone, surgeon, carried_by(again.text))


def test_a_message_to_the_handler_is_carried_as_well(phone: Client, surgeon: Practitioner) -> None:
    incident: Incident = declared_incident(surgeon)
    thread = reverse("portal:messages", args=[incident.reference])
    page = sign_in(
        phone, surgeon, carried_by(phone.post(thread, {"body": "<b>Bonjour</b> & merci"}).text)
    )
    assert not Message.objects.exists()
    phone.post(thread, fields_of(page))
    assert Message.objects.get().body == "<b>Bonjour</b> & merci"


def test_another_person_is_given_nothing_of_it(phone: Client, declaration: Declaration) -> None:
    lost = phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    page = sign_in(phone, PractitionerFactory(), carried_by(lost.text))
    assert "Fuyez." not in page
    assert "appartient à un autre compte" in page


def test_after_a_sign_out_nobody_can_tell_and_the_page_itself_decides(
    surgeon: Practitioner, declaration: Declaration, client: Client
) -> None:
    client.force_login(surgeon.user)
    client.get(reverse("portal:start_declaration"))
    client.post(reverse("account_logout"))
    review = page_of(declaration, "declare_review", 1)
    other = PractitionerFactory()
    page = sign_in(client, other, carried_by(client.post(review, DISCUSSION).text))
    assert client.post(review, fields_of(page)).status_code == 404


def test_what_was_changed_on_the_way_is_not_given_back(
    phone: Client, surgeon: Practitioner, declaration: Declaration
) -> None:
    lost = phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    page = sign_in(phone, surgeon, "x" + carried_by(lost.text))
    assert "Enregistrer mes réponses" not in page


def test_neither_the_token_nor_the_files_travel(
    phone: Client, surgeon: Practitioner, declaration: Declaration
) -> None:
    url = page_of(declaration, "declare_exhibits")
    sent = {"kind": "capture", "csrfmiddlewaretoken": "jeton", "files": [png()]}
    page = sign_in(phone, surgeon, carried_by(phone.post(url, sent).text))
    assert fields_of(page) == {"kind": "capture"}
    assert "choisissez-les de nouveau" in page


def test_too_much_text_is_not_carried(phone: Client, declaration: Declaration) -> None:
    url = page_of(declaration, "declare_review", 1)
    response = phone.post(url, {"words": "a" * (MOST + 1)})
    assert response.status_code == 302
    assert response.url.startswith(SIGN_IN)


def test_nothing_is_stored_before_the_sign_in(phone: Client, declaration: Declaration) -> None:
    phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    assert settings.SESSION_COOKIE_NAME not in phone.cookies or not list(phone.session.keys())
    declaration.refresh_from_db()
    assert "reviews" not in declaration.answers


def test_a_page_that_saves_by_itself_is_told_to_ask_for_the_sign_in(
    phone: Client, declaration: Declaration
) -> None:
    url = page_of(declaration, "autosave")
    assert phone.post(url, DISCUSSION, headers={"HX-Request": "true"}).status_code == 401
