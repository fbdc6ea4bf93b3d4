from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.complain import complain
from apps.correspondence.models import Complaint
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    declared_incident,
    supervisor,
    taken_incident,
)

SEARCH = reverse("desk:find_complainant")


@pytest.fixture
def surgeon(db: None) -> Practitioner:
    return PractitionerFactory(user=UserFactory(role="practitioner", name="Dr Max Delorme"))


@pytest.fixture
def incident(surgeon: Practitioner) -> Incident:
    return taken_incident(practitioner=surgeon)


def page_of(practitioner: Practitioner) -> str:
    return reverse("desk:record_complaint", args=[practitioner.pk])


def typed(day: date = date(2026, 11, 20), **fields: str) -> dict[str, Any]:
    boxes = {f"sent_on_{n}": str(part) for n, part in enumerate((day.day, day.month, day.year))}
    return {"channel": "post", "words": "Personne ne me répond.", **boxes} | fields


@pytest.mark.parametrize("by_contract", [False, True])
def test_who_complains_is_found_by_name_or_by_contract(
    desk: Client, surgeon: Practitioner, by_contract: bool
) -> None:
    assert "Delorme" not in desk.get(SEARCH).text
    words = surgeon.contracts.get().number if by_contract else "delorme"
    assert page_of(surgeon) in desk.post(SEARCH, {"q": words}).text
    assert "Aucun sociétaire" in desk.post(SEARCH, {"q": "introuvable"}).text


def test_a_handler_notes_a_letter_about_a_file_and_goes_on_with_it(
    desk: Client, sofia: User, surgeon: Practitioner, incident: Incident
) -> None:
    boss = supervisor()
    response = desk.post(page_of(surgeon), typed(incident=incident.reference), follow=True)
    noted = Complaint.objects.get()
    assert (noted.incident, noted.channel) == (incident, Complaint.Channel.POST)
    assert (noted.sent_on, noted.recorded_by) == (date(2026, 11, 20), sofia)
    assert response.redirect_chain[-1][0] == reverse("desk:incident", args=[incident.reference])
    assert f"La réclamation {noted.reference} est notée" in response.text
    assert "au plus tard le mercredi 20\u00a0janvier\u00a02027" in response.text
    assert "en retard" not in response.text
    told = Letter.objects.filter(kind__startswith="complaint_")
    assert {letter.recipient for letter in told} == {surgeon.user, boss}


def test_it_may_be_about_no_file(desk: Client, surgeon: Practitioner, incident: Incident) -> None:
    response = desk.post(page_of(surgeon), typed(channel="phone"))
    assert Complaint.objects.get().incident is None
    assert response.url == SEARCH


def test_a_senior_goes_on_to_the_complaint(client: Client, surgeon: Practitioner) -> None:
    client.force_login(supervisor())
    response = client.post(page_of(surgeon), typed())
    assert response.url == reverse("desk:answer_complaint", args=[Complaint.objects.get().pk])


def test_sent_twice_it_is_noted_once(desk: Client, surgeon: Practitioner) -> None:
    for _ in range(2):
        desk.post(page_of(surgeon), typed())
    assert Complaint.objects.count() == 1


def test_one_that_is_late_is_noted_and_said_to_be(desk: Client, surgeon: Practitioner) -> None:
    page = desk.post(page_of(surgeon), typed(date(2026, 11, 2)), follow=True).text
    assert "Son accusé de réception part en retard" in page
    assert "au plus tard le samedi 2\u00a0janvier\u00a02027" in page
    page = desk.post(page_of(surgeon), typed(date(2026, 8, 3)), follow=True).text
    assert "Sa réponse est déjà en retard" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"sent_on_0": "24"}, "Ce jour est à venir."),
        ({"sent_on_2": "2016"}, "n’existent que depuis le samedi 31 décembre 2022"),
        ({"sent_on_0": "31"}, "Le 31 novembre 2026 n’existe pas."),
        (dict.fromkeys(("sent_on_0", "sent_on_1", "sent_on_2"), ""), "Indiquez le jour où elle"),
        ({"channel": ""}, "Dites comment elle est arrivée."),
        ({"channel": "portal"}, "Sélectionnez un choix valide"),
        ({"words": " "}, "Écrivez ce qu’il nous reproche."),
        ({"words": "a" * 10_001}, "dépasse 10\u00a0000 caractères"),
        ({"incident": "ER-2026-999999"}, "Choisissez l’un de ses dossiers, ou aucun."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    desk: Client, surgeon: Practitioner, wrong: dict[str, str], sentence: str
) -> None:
    page = desk.post(page_of(surgeon), typed() | wrong).text
    assert page.count(sentence) == 2  # at the top of the page and beside the field
    assert wrong.get("words", "Personne ne me répond.") in page
    assert not Complaint.objects.exists()
    assert not Letter.objects.filter(kind__startswith="complaint_").exists()


def test_the_file_of_somebody_else_cannot_be_chosen(desk: Client, surgeon: Practitioner) -> None:
    theirs = declared_incident()
    page = desk.post(page_of(surgeon), typed(incident=theirs.reference)).text
    assert "Choisissez l’un de ses dossiers, ou aucun." in page


def test_words_about_health_are_warned_about_once(desk: Client, surgeon: Practitioner) -> None:
    words = typed(words="Vous avez lu le dossier de cette dame diabétique.")
    assert "santé de quelqu’un" in desk.post(page_of(surgeon), words).text
    desk.post(page_of(surgeon), words | {"health_words_seen": "yes"})
    assert Complaint.objects.count() == 1


def test_one_comes_from_the_calls_of_a_file_with_the_file_already_chosen(
    desk: Client, surgeon: Practitioner, incident: Incident
) -> None:
    link = f"{page_of(surgeon)}?dossier={incident.reference}"
    assert link in desk.get(reverse("desk:record_call", args=[incident.reference])).text
    assert f'value="{incident.reference}" selected' in desk.get(link).text


def test_what_is_underway_is_shown_without_its_words_so_as_not_to_note_it_twice(
    desk: Client, surgeon: Practitioner, incident: Incident
) -> None:
    assert "Déjà notée" not in desk.get(page_of(surgeon)).text
    complaint = complain(surgeon, words="motcanari", incident=incident, at=MONDAY_MORNING)
    page = desk.get(page_of(surgeon)).text
    assert f"{complaint.reference}, dossier {incident.reference}" in page
    assert "motcanari" not in page


def test_somebody_whose_account_is_closed_may_complain_by_post(
    desk: Client, surgeon: Practitioner
) -> None:
    User.objects.filter(pk=surgeon.user_id).update(is_active=False)
    assert page_of(surgeon) in desk.post(SEARCH, {"q": "delorme"}).text
    assert "envoyez-le par la poste" in desk.get(page_of(surgeon)).text
    desk.post(page_of(surgeon), typed())
    assert Complaint.objects.exists()


def test_nobody_is_a_404(desk: Client, db: None) -> None:
    assert desk.get(reverse("desk:record_complaint", args=[999_999])).status_code == 404
