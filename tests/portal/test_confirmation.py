from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from tests.factories import declared_incident


def page_of(incident: object) -> str:
    return reverse("portal:confirmation", args=[incident.reference])


def test_it_shows_the_reference_the_date_and_who_writes_by_when(
    phone: Client, surgeon: Practitioner
) -> None:
    page = phone.get(page_of(declared_incident(surgeon))).text
    assert "ER-2026-000001" in page
    assert "lundi 1er\u00a0février\u00a02027" in page
    assert "mardi 24\u00a0novembre\u00a02026 à midi" in page


def test_it_says_what_not_to_do_tonight(phone: Client, surgeon: Practitioner) -> None:
    page = phone.get(page_of(declared_incident(surgeon))).text
    assert "Ne répondez pas" in page
    assert "N’effacez pas la conversation." in page
    assert "Gardez la page" in page


def test_proof_in_hand_nobody_is_told_to_keep_the_page(
    phone: Client, surgeon: Practitioner
) -> None:
    assert "Gardez la page" not in phone.get(page_of(declared_incident(surgeon, exhibits=1))).text


def test_the_page_of_the_establishment_is_first_a_matter_for_its_own_people(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = declared_incident(surgeon, facility_page="yes")
    assert "équipe de communication" in phone.get(page_of(incident)).text


def test_the_confirmation_of_someone_else_does_not_exist(phone: Client) -> None:
    assert phone.get(page_of(declared_incident())).status_code == 404
