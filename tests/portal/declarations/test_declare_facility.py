import pytest
from django.test import Client

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration, Incident
from apps.portal.steps import DeclarationStep
from tests.portal.typed import complete_draft, draft_at, page_of

ON_ITS_PAGE = {"practice_mode": "hospital", "facility_page": "yes"}


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    declaration.answers["practice"] = ON_ITS_PAGE
    declaration.save()
    return declaration


def test_the_page_of_the_establishment_leads_to_its_communications_office(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.PRACTICE)
    response = phone.post(page_of(declaration, "declare_practice"), ON_ITS_PAGE)
    assert response.url == page_of(declaration, "declare_facility")
    page = phone.get(response.url).text
    assert "n’attend pas sa réponse" in page
    assert "data-copy=" in page


def test_whom_one_wrote_to_may_be_left_blank(phone: Client, declaration: Declaration) -> None:
    response = phone.post(page_of(declaration, "declare_facility"), {"facility_contact": ""})
    assert response.url == page_of(declaration, "declare_reviews")


def test_it_is_not_shown_when_the_page_is_not_the_establishment_s(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    response = phone.get(page_of(declaration, "declare_facility"))
    assert response.url == page_of(declaration, "declare_practice")


@pytest.mark.parametrize(
    ("facility_page", "kept"), [("yes", "communication@chu.example"), ("no", "")]
)
def test_the_contact_is_kept_on_the_file_while_the_page_is_theirs(
    phone: Client, surgeon: Practitioner, facility_page: str, kept: str
) -> None:
    declaration = complete_draft(surgeon)
    declaration.answers["practice"] = ON_ITS_PAGE | {"facility_page": facility_page}
    declaration.answers["facility"] = {"facility_contact": "communication@chu.example"}
    declaration.save()
    phone.post(page_of(declaration, "check_answers"), {"is_accurate": "on"})
    incident = Incident.objects.get()
    assert incident.facility_contact == kept
    assert incident.deadlines.open().exists()


def test_an_establishment_is_asked_what_it_is(phone: Client, surgeon: Practitioner) -> None:
    surgeon.kind = Practitioner.Kind.FACILITY
    surgeon.save()
    page = phone.get(page_of(draft_at(surgeon, DeclarationStep.PRACTICE), "declare_practice")).text
    assert "Quel établissement déclarez-vous" in page
    assert "Remplaçant" not in page
