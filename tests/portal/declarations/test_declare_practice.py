import pytest
from django.test import Client

from apps.directory.models import Practitioner
from apps.portal.steps import DeclarationStep
from tests.portal.typed import SITUATION, draft_at, page_of


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choisissez le cadre dans lequel vous exercez."),
        ({"practice_mode": "hospital"}, "Dites si la page est celle de votre établissement"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_kept(
    phone: Client, surgeon: Practitioner, typed: dict[str, str], sentence: str
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.PRACTICE)
    page = phone.post(page_of(declaration, "declare_practice"), typed).text
    assert page.count(sentence) == 2, "in the summary and beside the field"
    declaration.refresh_from_db()
    assert declaration.answers == {"situation": SITUATION}


def test_the_page_of_an_establishment_is_not_asked_of_a_liberal_practitioner(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.PRACTICE)
    typed = {"practice_mode": "liberal", "facility_page": "anything"}
    response = phone.post(page_of(declaration, "declare_practice"), typed)
    assert response.url == page_of(declaration, "declare_reviews")
