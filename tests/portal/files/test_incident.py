from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.exhibits.replace_exhibit import replace_exhibit
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.deadlines.models import Deadline
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    assigned,
    declared_incident,
    ended,
    handler,
    png,
    qualified_incident,
    requested_information,
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


def test_news_are_promised_while_it_is_not_their_turn(
    phone: Client, surgeon: Practitioner, time_machine: TimeMachineFixture
) -> None:
    page = page_of(qualified_incident(practitioner=surgeon, label=Label.OPINION))
    promised = "Vous avez de nos nouvelles au plus tard le mardi 8\u00a0décembre\u00a02026"
    assert promised in phone.get(page).text
    time_machine.move_to(datetime(2026, 12, 9, 9, tzinfo=UTC))
    assert "nos nouvelles" not in phone.get(page).text, "a promise that was broken is not repeated"


def test_no_news_are_promised_to_whom_we_wait_for(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    requested_information(incident)
    page = phone.get(page_of(incident)).text
    assert "Vous répondez à votre gestionnaire avant le lundi 30\u00a0novembre\u00a02026" in page
    assert "nos nouvelles" not in page


def test_of_the_dates_of_a_content_only_the_nearest_is_told(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = qualified_incident(practitioner=surgeon, label=Label.FAUX_AVIS)
    assert Deadline.objects.open().filter(incident=incident).count() > 1
    assert phone.get(page_of(incident)).text.count("nous retenons par prudence") == 1
    change_publication(
        incident.reviews.get().publications.open().get(),
        window=Window.on_day(date(2026, 10, 1)),
        reason="Capture datée retrouvée.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    page = phone.get(page_of(incident)).text
    assert page.count("nous retenons par prudence") == 2
    assert "nous retenons par prudence le jeudi 31 décembre 2026" in page


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


def test_an_exhibit_that_was_set_aside_is_not_among_theirs(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(practitioner=surgeon, exhibits=3)
    replaced, withdrawn, kept = incident.exhibits.order_by("number")
    by = incident.handler
    new = replace_exhibit(replaced, upload=png(size=(99, 40)), by=by, at=MONDAY_MORNING)
    withdraw_exhibit(withdrawn, reason=Exhibit.Withdrawal.WRONG_FILE, by=by, at=MONDAY_MORNING)
    page = phone.get(page_of(incident)).text
    assert all(f"{exhibit}<" in page for exhibit in (kept, new))
    assert not any(f"{exhibit}<" in page for exhibit in (replaced, withdrawn))


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
    ended(incident, words="Cet avis est permis par la loi.")
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
