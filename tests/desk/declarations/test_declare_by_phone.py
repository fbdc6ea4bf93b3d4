from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration, Incident
from tests.factories import ContractFactory, PractitionerFactory, UserFactory, handler
from tests.portal.typed import complete_draft, page_of

PAGE = reverse("desk:declare_by_phone")


@pytest.fixture
def surgeon(db: None) -> Practitioner:
    return PractitionerFactory(user=UserFactory(role="practitioner", name="Dr Max Delorme"))


@pytest.mark.parametrize("by_contract", [False, True])
def test_somebody_is_found_by_name_or_by_contract(
    desk: Client, surgeon: Practitioner, by_contract: bool
) -> None:
    words = surgeon.contracts.get().number if by_contract else "delorme"
    page = desk.post(PAGE, {"q": words}).text
    assert "Dr Max Delorme" in page
    assert reverse("portal:start_for", args=[surgeon.pk]) in page


def test_contracts_are_named_in_the_order_in_which_they_started(
    desk: Client, surgeon: Practitioner
) -> None:
    for year in (2023, 2021, 2022):
        ContractFactory(practitioner=surgeon, number=f"RCP-{year}", starts_on=date(year, 1, 1))
    page = desk.post(PAGE, {"q": "delorme"}).text
    places = [page.index(f"Contrat RCP-{year}") for year in (2021, 2022, 2023)]
    assert places == sorted(places)


def test_nobody_is_listed_before_a_search_and_a_vain_one_says_so(
    desk: Client, surgeon: Practitioner
) -> None:
    assert "Delorme" not in desk.get(PAGE).text
    assert "Aucun sociétaire" in desk.post(PAGE, {"q": "canari"}).text


def test_no_address_holds_the_name_that_is_looked_for(desk: Client, surgeon: Practitioner) -> None:
    assert "Delorme" not in desk.get(PAGE, {"q": "delorme"}).text


def test_the_handler_fills_the_same_pages_under_a_visible_strip(
    desk: Client, surgeon: Practitioner
) -> None:
    response = desk.post(reverse("portal:start_for", args=[surgeon.pk]))
    page = desk.get(response.url).text
    assert "Déclaration par téléphone" in page
    assert "Pour Dr Max Delorme" in page
    assert page_of(Declaration.objects.get(), "check_answers") in desk.get(PAGE).text


def test_sending_it_opens_the_file_which_the_practitioner_then_confirms(
    desk: Client, sofia: User, surgeon: Practitioner
) -> None:
    declaration = complete_draft(surgeon)
    declaration.prepared_by = sofia
    declaration.save()
    response = desk.post(page_of(declaration, "check_answers"), {"is_accurate": "on"})
    incident = Incident.objects.get()
    assert response.url == reverse("desk:incident", args=[incident.reference])
    page = desk.get(response.url).text
    assert "Téléphone" in page
    assert "Pas encore" in page


def test_the_draft_of_a_practitioner_or_of_a_colleague_is_not_the_handler_s(
    desk: Client, surgeon: Practitioner
) -> None:
    own = complete_draft(surgeon)
    theirs = complete_draft(surgeon)
    theirs.prepared_by = handler()
    theirs.save()
    for declaration in (own, theirs):
        assert desk.get(page_of(declaration, "check_answers")).status_code == 404
