import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from tests.portal.typed import DISCUSSION, SITUATION, draft, page_of


def test_the_contract_and_its_guarantees_are_shown_and_never_asked(
    phone: Client, surgeon: Practitioner
) -> None:
    page = phone.get(page_of(draft(surgeon), "declare_situation")).text
    assert surgeon.contracts.get().number in page
    assert "protection juridique incluse" in page
    assert "option assistance e-réputation incluse" in page


def test_nobody_is_stopped_by_a_contract_that_is_not_found(
    phone: Client, surgeon: Practitioner
) -> None:
    surgeon.contracts.all().delete()
    page = phone.get(page_of(draft(surgeon), "declare_situation")).text
    assert "Déclarez quand même" in page


def test_an_answer_is_asked_for(phone: Client, surgeon: Practitioner) -> None:
    page = phone.post(page_of(draft(surgeon), "declare_situation"), {}).text
    assert page.count("Choisissez ce qui ressemble le plus à votre situation.") == 2


@pytest.mark.parametrize("situation", ["review", "listing", "post"])
def test_what_is_not_a_danger_goes_on(phone: Client, surgeon: Practitioner, situation: str) -> None:
    declaration = draft(surgeon)
    response = phone.post(page_of(declaration, "declare_situation"), {"situation": situation})
    assert response.url == page_of(declaration, "declare_practice")


def test_a_threat_offers_a_person_before_any_other_question(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft(surgeon)
    response = phone.post(page_of(declaration, "declare_situation"), {"situation": "private"})
    assert response.url == page_of(declaration, "call_back")


def test_a_question_without_a_file_takes_what_was_typed_and_leaves_the_draft(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft(surgeon, "situation", "practice", "reviews")
    response = phone.post(page_of(declaration, "declare_situation"), {"situation": "advice"})
    assert response.url == f"{reverse('portal:ask_advice')}?brouillon={declaration.key}"
    page = phone.get(response.url).text
    assert "Fuyez." in page
    assert str(DISCUSSION["url"]) in page
    declaration.refresh_from_db()
    assert declaration.answers["situation"] == SITUATION
