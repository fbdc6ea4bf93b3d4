"""« À faire », the status, the next step and the history, as the pages of a file show them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from apps.assignments.models import LawyerRequest
from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.write_message import write_message
from apps.casework.missions.request_lawyer import request_lawyer
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.legal.taxonomy import Label
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    closed_incident,
    qualified_incident,
    requested_information,
    taken_incident,
)

LIST = reverse("portal:incidents")


def page_of(incident: Incident) -> str:
    return reverse("portal:incident", args=[incident.reference])


def test_a_card_counts_what_is_to_be_done(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    requested_information(incident, "information", "file")
    page = phone.get(LIST).text
    assert "À faire (2)" in page
    assert "Votre réponse est attendue" in page
    assert "Demande de information" in page


def test_the_file_says_what_to_do_and_by_when(phone: Client, surgeon: Practitioner) -> None:
    (request,) = requested_information(taken_incident(practitioner=surgeon))
    page = phone.get(page_of(request.incident)).text
    assert "Vous répondez à votre gestionnaire avant le lundi 30\u00a0novembre\u00a02026." in page
    url = reverse("portal:answer_request", args=[request.incident.reference, request.pk])
    assert url in page
    answer_request(request, text="Oui.", by=surgeon.user, at=MONDAY_MORNING)
    page = phone.get(page_of(request.incident)).text
    assert "Vous n’avez rien à faire." in page
    assert url not in page


@pytest.mark.parametrize(
    ("label", "asked"), [(Label.INJ_PUB, True), (Label.DIFF_PUB, True), (Label.OPINION, False)]
)
def test_the_choice_of_a_lawyer_is_to_be_done_from_an_insult_upward(
    phone: Client, surgeon: Practitioner, label: Label, asked: bool
) -> None:
    incident = qualified_incident(practitioner=surgeon, label=label)
    assert ("Choisir votre avocat" in phone.get(page_of(incident)).text) is asked
    request_lawyer(
        incident, choice=LawyerRequest.Choice.PROPOSAL, by=surgeon.user, at=MONDAY_MORNING
    )
    assert "Choisir votre avocat" not in phone.get(page_of(incident)).text


def test_what_is_still_online_is_to_be_said(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    ask_online_checks(at=MONDAY_MORNING + timedelta(days=7))
    page = phone.get(page_of(incident)).text
    assert "Dire si le contenu est toujours en ligne" in page


def test_a_declaration_made_by_phone_is_to_be_confirmed(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(practitioner=surgeon)
    Incident.objects.update(source="phone", confirmed_at=None)
    assert "confirmer la déclaration faite par téléphone" in phone.get(LIST).text
    Incident.objects.update(confirmed_at=MONDAY_MORNING)
    assert "confirmer la déclaration" not in phone.get(page_of(incident)).text


def test_what_a_partner_owes_has_its_day(phone: Client, surgeon: Practitioner) -> None:
    incident = qualified_incident(practitioner=surgeon, label=Label.OPINION, exhibits=1)
    assigned(incident=incident)
    page = phone.get(page_of(incident)).text
    assert "Action en cours" in page
    assert "nous répond avant le vendredi 27\u00a0novembre\u00a02026" in page
    assert "Ce qui vient" in page


def test_a_file_that_is_over_asks_for_nothing(phone: Client, surgeon: Practitioner) -> None:
    page = phone.get(page_of(closed_incident(practitioner=surgeon))).text
    assert "Terminé" in page
    assert "À faire" not in page
    assert "Ce qui vient" not in page


def test_messages_in_a_row_are_one_line_of_the_history(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(practitioner=surgeon)
    write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    assert "Votre gestionnaire vous a écrit." in phone.get(page_of(incident)).text
    for author in (surgeon.user, incident.handler):
        write_message(incident, body="Bien reçu.", by=author, at=MONDAY_MORNING)
    page = phone.get(page_of(incident)).text
    assert "3 messages échangés." in page
    assert "Un message a été écrit." not in page


def test_the_last_message_is_dated_on_the_card(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    assert "Dernier message" not in phone.get(LIST).text
    write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    assert "Dernier message le 23\u00a0novembre\u00a02026" in phone.get(LIST).text


def test_a_message_says_when_the_other_side_read_it(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon)
    url = reverse("portal:messages", args=[incident.reference])
    mine = write_message(incident, body="Merci.", by=surgeon.user, at=MONDAY_MORNING)
    theirs = write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    assert "Pas encore lu" in phone.get(url).text
    theirs.refresh_from_db()
    assert theirs.read_at
    mine.read_at = MONDAY_MORNING
    mine.save()
    assert "Vu le 23\u00a0novembre\u00a02026" in phone.get(url).text
