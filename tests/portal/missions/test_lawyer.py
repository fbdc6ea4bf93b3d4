import pytest
from django.test import Client
from django.urls import reverse

from apps.assignments.models import LawyerRequest
from apps.casework.missions.request_lawyer import WORDING
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from tests.factories import declared_incident, ended, taken_incident


@pytest.fixture
def incident(surgeon: Practitioner) -> Incident:
    return declared_incident(surgeon)


def page_of(incident: Incident) -> str:
    return reverse("portal:lawyer", args=[incident.reference])


def test_the_free_choice_is_said_before_anything_is_asked(
    phone: Client, incident: Incident
) -> None:
    page = phone.get(page_of(incident)).text
    assert "Vous choisissez librement votre avocat." in page
    assert WORDING in page, "what is accepted is read before"


def test_a_written_request_is_kept_with_its_words_and_shown_afterwards(
    phone: Client, incident: Incident
) -> None:
    phone.post(page_of(incident), {"choice": "proposal"})
    request = LawyerRequest.objects.get()
    assert request.wording == WORDING
    page = phone.get(page_of(incident)).text
    assert "Votre choix est enregistré" in page
    assert WORDING in page
    assert "<form method" not in page.split("<main")[1]


def test_one_s_own_lawyer_is_named(phone: Client, incident: Incident) -> None:
    typed = {"choice": "own", "lawyer_name": "Me Duval", "lawyer_contact": "01 23 45 67 89"}
    phone.post(page_of(incident), typed)
    request = LawyerRequest.objects.get()
    assert (request.lawyer_name, request.lawyer_contact) == ("Me Duval", "01 23 45 67 89")
    assert "Me Duval" in phone.get(page_of(incident)).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"choice": ""}, "Choisissez une réponse, même pour plus tard."),
        ({"choice": "own", "lawyer_contact": "ici"}, "Indiquez le nom de votre avocat."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_kept(
    phone: Client, incident: Incident, typed: dict[str, str], sentence: str
) -> None:
    page = phone.post(page_of(incident), typed).text
    assert page.count(sentence) == 2
    assert not LawyerRequest.objects.exists()


def test_a_lawyer_typed_then_left_is_not_kept(phone: Client, incident: Incident) -> None:
    phone.post(page_of(incident), {"choice": "proposal", "lawyer_name": "Me Duval"})
    assert LawyerRequest.objects.get().lawyer_name == ""


def test_later_keeps_nothing(phone: Client, incident: Incident) -> None:
    response = phone.post(page_of(incident), {"choice": "later"})
    assert response.url == reverse("portal:incident", args=[incident.reference])
    assert not LawyerRequest.objects.exists()


def test_a_file_that_is_over_asks_nothing_any_more(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    ended(incident)
    page = phone.post(page_of(incident), {"choice": "proposal"}).text
    assert "Votre dossier est terminé." in page
    assert not LawyerRequest.objects.exists()
