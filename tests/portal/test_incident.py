import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.write_message import write_message
from apps.casework.write_note import write_note
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.incidents.status import Outcome
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    assigned,
    declared_incident,
    ended,
    handler,
    qualified_incident,
    taken_incident,
)

CANARY = "canari-9f3"


def page_of(incident: Incident) -> str:
    return reverse("portal:incident", args=[incident.reference])


def test_the_page_says_what_happened_who_acts_next_and_the_date(
    phone: Client, surgeon: Practitioner
) -> None:
    page = phone.get(page_of(declared_incident(surgeon))).text
    assert "Nous avons bien reçu votre déclaration." in page
    assert "Un gestionnaire prend votre dossier en charge" in page
    assert "Comment cette date est calculée" in page
    assert "lundi 1er\u00a0février\u00a02027" in page


def test_the_timeline_is_told_from_the_beginning(phone: Client, surgeon: Practitioner) -> None:
    page = phone.get(page_of(taken_incident(practitioner=surgeon))).text
    assert page.index("Vous avez déclaré ce dossier") < page.index("a pris votre dossier en charge")


def test_internal_notes_and_the_names_of_the_insurer_never_appear(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(handler(name="Sofia Renard"), practitioner=surgeon)
    write_note(incident, body=CANARY, by=incident.handler, at=MONDAY_MORNING)
    write_message(incident, body="Bonjour Docteur.", by=incident.handler, at=MONDAY_MORNING)
    for page in ("incident", "messages", "lawyer"):
        text = phone.get(reverse(f"portal:{page}", args=[incident.reference])).text
        assert CANARY not in text
        assert "note" not in text.lower().split("<main")[1]
        assert "Sofia Renard" not in text


def test_the_reading_of_the_handler_is_said_as_an_opinion(
    phone: Client, surgeon: Practitioner
) -> None:
    page = phone.get(page_of(qualified_incident(practitioner=surgeon))).text
    assert "À ce stade, nous pensons à une diffamation. Seul un juge peut le dire." in page
    assert "Fait précis, vérifiable" not in page, "the reason is for the lawyer"


def test_what_a_partner_does_is_told_without_a_name(phone: Client, surgeon: Practitioner) -> None:
    incident = qualified_incident(practitioner=surgeon, exhibits=1)
    mission = assigned(incident=incident)
    page = phone.get(page_of(incident)).text
    assert "Action en cours" in page
    assert "commissaire de justice" in page
    assert mission.partner.name not in page


def test_exhibits_have_their_hash_and_a_way_to_download_them(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = declared_incident(surgeon, exhibits=1)
    exhibit = incident.exhibits.get()
    page = phone.get(page_of(incident)).text
    assert exhibit.sha256 in page
    assert reverse("files:exhibit", args=[exhibit.pk]) in page


def test_a_file_that_is_over_shows_its_closing_words(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    ended(
        incident,
        outcome=Outcome.REMOVED_BY_AUTHOR,
        words="Cet avis est permis par la loi.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    page = phone.get(page_of(incident)).text
    assert "Terminé" in page
    assert "Cet avis est permis par la loi." in page
    assert "Agir au plus tard" not in page


@pytest.mark.parametrize("page", ["incident", "messages", "lawyer"])
def test_the_file_of_someone_else_does_not_exist(phone: Client, page: str) -> None:
    url = reverse(f"portal:{page}", args=[declared_incident().reference])
    assert phone.get(url).status_code == 404
    assert phone.post(url, {"body": "Bonjour", "choice": "proposal"}).status_code in {404, 405}


@pytest.mark.parametrize("role", ["handler", "partner"])
def test_other_audiences_find_nothing_here(client: Client, db: None, role: str) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get(page_of(declared_incident())).status_code == 404
