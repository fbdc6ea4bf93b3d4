from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from apps.portal.steps import DeclarationStep
from tests.factories import UserFactory
from tests.portal.typed import DISCUSSION, DISCUSSION_DATES, PRACTICE, SITUATION, draft_at, page_of

START = reverse("portal:start_declaration")


def test_each_start_opens_a_draft_of_its_own(phone: Client, surgeon: Practitioner) -> None:
    addresses = {phone.post(START).url for _ in range(2)}
    drafts = Declaration.objects.filter(practitioner=surgeon, prepared_by=surgeon.user)
    assert addresses == {page_of(draft, "declare_situation") for draft in drafts}
    assert len(addresses) == 2


def test_an_open_draft_is_offered_before_anything_else(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    page = phone.get(START).text
    assert "Reprendre votre déclaration" in page
    assert page_of(declaration, "declare_reviews") in page


def test_what_was_typed_on_the_phone_is_there_on_the_computer(
    phone: Client, surgeon: Practitioner
) -> None:
    phone.post(START)
    declaration = Declaration.objects.get()
    phone.post(page_of(declaration, "declare_situation"), SITUATION)
    phone.post(page_of(declaration, "declare_practice"), PRACTICE)
    phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    phone.post(page_of(declaration, "declare_date", 1), DISCUSSION_DATES)
    computer = Client()
    computer.force_login(surgeon.user)
    page = computer.get(page_of(declaration, "declare_review", 1)).text
    assert "Ce chirurgien a falsifié ses comptes rendus." in page
    assert 'value="5 000"' in page
    assert 'value="2026"' in computer.get(page_of(declaration, "declare_date", 1)).text
    assert page_of(declaration, "declare_exhibits") in computer.get(START).text


def test_someone_else_never_finds_the_draft(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft_at(surgeon, DeclarationStep.CHECK)
    stranger = Client()
    stranger.force_login(UserFactory(role="practitioner"))
    assert "Reprendre" not in stranger.get(START).text
    assert stranger.get(page_of(declaration, "check_answers")).status_code == 404


def test_an_account_without_a_practitioner_cannot_declare(client: Client, db: None) -> None:
    client.force_login(UserFactory(role="practitioner"))
    assert client.post(START).status_code == 404
