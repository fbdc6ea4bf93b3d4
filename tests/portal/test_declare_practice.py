import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner

from .typed import draft

PAGE = reverse("portal:declare_practice")


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
    declaration = draft(surgeon)
    page = phone.post(PAGE, typed).text
    assert page.count(sentence) == 2, "in the summary and beside the field"
    declaration.refresh_from_db()
    assert declaration.answers == {}


def test_the_page_of_an_establishment_is_not_asked_of_a_liberal_practitioner(
    phone: Client, surgeon: Practitioner
) -> None:
    draft(surgeon)
    response = phone.post(PAGE, {"practice_mode": "liberal", "facility_page": "anything"})
    assert response.url == reverse("portal:declare_reviews")
