from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from tests.factories import UserFactory

from .typed import DISCUSSION, PRACTICE, draft

START = reverse("portal:start_declaration")


def test_a_practitioner_has_one_open_draft_however_often_they_start(
    phone: Client, surgeon: Practitioner
) -> None:
    assert phone.post(START).url == reverse("portal:declare_practice")
    phone.post(START)
    assert Declaration.objects.get().practitioner == surgeon


def test_an_open_draft_is_offered_before_anything_else(
    phone: Client, surgeon: Practitioner
) -> None:
    draft(surgeon, "practice")
    page = phone.get(START).text
    assert "Reprendre votre déclaration" in page
    assert "étape 2 sur 5" in page
    assert phone.post(START).url == reverse("portal:declare_reviews")


def test_what_was_typed_on_the_phone_is_there_on_the_computer(
    phone: Client, surgeon: Practitioner
) -> None:
    phone.post(START)
    phone.post(reverse("portal:declare_practice"), PRACTICE)
    phone.post(reverse("portal:declare_review", args=[1]), DISCUSSION)
    computer = Client()
    computer.force_login(surgeon.user)
    page = computer.get(reverse("portal:declare_review", args=[1])).text
    assert "Ce chirurgien a falsifié ses comptes rendus." in page
    assert 'value="5 000"' in page
    assert 'value="2026"' in page
    assert computer.post(START).url == reverse("portal:declare_exhibits")


def test_someone_else_never_finds_the_draft(phone: Client, surgeon: Practitioner) -> None:
    draft(surgeon, "practice", "reviews")
    stranger = Client()
    stranger.force_login(UserFactory(role="practitioner"))
    assert "Reprendre" not in stranger.get(START).text
    assert stranger.get(reverse("portal:check_answers")).url == START


def test_an_account_without_a_practitioner_cannot_declare(client: Client, db: None) -> None:
    client.force_login(UserFactory(role="practitioner"))
    assert client.post(START).status_code == 404
