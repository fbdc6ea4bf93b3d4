from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from apps.assignments.models import Assignment
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.missions.accept import accept
from apps.casework.missions.compile import compile
from apps.directory.models import Partner
from apps.journal.kinds import Kind
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    PartnerFactory,
    acted,
    assigned,
    declared_review,
    ended,
    qualified_incident,
)

EVERY_TRADE = pytest.mark.parametrize("kind", Partner.Kind)
BEFORE_A_COURT = pytest.mark.parametrize("kind", [Partner.Kind.LAWYER, Partner.Kind.BAILIFF])


def url(mission: Assignment) -> str:
    return reverse("extranet:assignment", args=[mission.pk])


def read(client: Client, mission: Assignment) -> str:
    client.force_login(mission.partner.members.get())
    response = client.get(url(mission))
    assert response.status_code == 200
    return response.content.decode()


@EVERY_TRADE
def test_the_sheet_says_what_is_asked_by_when_and_on_what(
    client: Client, db: None, kind: Partner.Kind
) -> None:
    mission = assigned(kind)
    page = read(client, mission)
    review = mission.reviews.get()
    for words in (
        mission.reference,
        "Constater les propos mot pour mot.",
        "vendredi 27\xa0novembre\xa02026",
        review.words,
        f'data-copy="{review.url}"',
        mission.incident.handler.email,
        "Accepter la mission",
        "Refuser",
        "Poser une question",
    ):
        assert words in page


@BEFORE_A_COURT
def test_who_acts_before_a_court_reads_the_dates_the_person_and_the_exhibits(
    client: Client, db: None, kind: Partner.Kind
) -> None:
    mission = assigned(kind)
    page = read(client, mission)
    practitioner, exhibit = mission.incident.practitioner, mission.exhibits.get()
    for words in (
        "lundi 1er\xa0février\xa02027",
        practitioner.user.name,
        practitioner.user.email,
        exhibit.sha256,
        reverse("files:exhibit", args=[exhibit.pk]),
        "Le dossier PDF n’est pas encore établi.",
    ):
        assert words in page


def test_a_lawyer_is_called_on_the_last_legal_day(client: Client, db: None) -> None:
    last_day = declared_review(window=Window.on_day(date(2026, 8, 23)))
    incident = qualified_incident(reviews=[last_day], exhibits=1)
    with time_machine.travel(MONDAY_MORNING, tick=False):
        page = read(client, assigned(Partner.Kind.LAWYER, incident=incident))
    assert "dernier jour légal\xa0: aujourd’hui" in page
    assert "appelez, plutôt que d’écrire" in page


def test_a_bailiff_reads_nothing_of_what_is_done_in_court(client: Client, db: None) -> None:
    incident = qualified_incident(exhibits=1)
    acted(incident.reviews.get())
    for kind, is_told in ((Partner.Kind.LAWYER, True), (Partner.Kind.BAILIFF, False)):
        page = read(client, assigned(kind, incident=incident))
        assert "lundi 1er\xa0février\xa02027" in page
        assert ("cte à vérifier" in page) is is_told
        assert ("ssignation" in page) is is_told


def test_a_technical_provider_reads_addresses_platforms_and_words_only(
    client: Client, db: None
) -> None:
    mission = assigned(Partner.Kind.TECHNICAL)
    page = read(client, mission)
    practitioner = mission.incident.practitioner
    for words in (
        practitioner.user.name,
        practitioner.user.email,
        mission.incident.contract.number,
        "iffamation",
        "Agir au plus tard",
        mission.exhibits.get().sha256,
        "dossier PDF",
    ):
        assert words not in page


@BEFORE_A_COURT
def test_the_dossier_is_downloaded_once_it_is_ready(
    client: Client, db: None, kind: Partner.Kind
) -> None:
    mission = assigned(kind)
    dossier = compile(mission, by=mission.assigned_by, at=MONDAY_MORNING)
    assert "Le dossier PDF n’est pas encore établi." in read(client, mission)
    dossier.state, dossier.sha256, dossier.file, dossier.size = "ready", "b" * 64, "x.pdf", 1
    dossier.save()
    page = read(client, mission)
    assert reverse("files:dossier", args=[dossier.pk]) in page
    assert "b" * 64 in page


@EVERY_TRADE
def test_what_was_not_entrusted_never_appears(client: Client, db: None, kind: Partner.Kind) -> None:
    """Canaries: a note, a message, a reason, another content and another exhibit of the file."""
    reviews = [declared_review(), declared_review(words="canaricontenu", url="https://canari.fr/")]
    incident = qualified_incident(reviews=reviews, exhibits=2)
    write_note(incident, body="canarinote", by=incident.handler, at=MONDAY_MORNING)
    write_message(incident, body="canarimessage", by=incident.handler, at=MONDAY_MORNING)
    entrusted, kept_back = incident.exhibits.order_by("number")
    mission = assigned(kind, incident=incident)
    mission.reviews.set(incident.reviews.filter(number=1))
    mission.exhibits.set([entrusted])
    page = read(client, mission)
    for canary in ("canari", "Fait précis, vérifiable", kept_back.sha256):
        assert canary not in page


def test_a_partner_of_another_office_finds_nothing(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(PartnerFactory(kind=Partner.Kind.BAILIFF).members.get())
    for name in ("assignment", "accept", "decline"):
        address = reverse(f"extranet:{name}", args=[mission.pk])
        assert client.post(address).status_code in {404, 405}
        assert client.get(address).status_code in {404, 405}
    mission.refresh_from_db()
    assert mission.is_proposed


def test_after_its_last_day_the_sheet_is_gone(client: Client, db: None) -> None:
    mission = assigned()
    with time_machine.travel(date(2027, 3, 2)):
        client.force_login(mission.partner.members.get())
        assert client.get(url(mission)).status_code == 404


def test_a_mission_ended_by_the_closing_of_the_file_is_gone(client: Client, db: None) -> None:
    mission = assigned()
    ended(mission.incident)
    client.force_login(mission.partner.members.get())
    assert client.get(url(mission)).status_code == 404


def test_reading_is_recorded(client: Client, db: None) -> None:
    mission = assigned()
    read(client, mission)
    event = mission.incident.events.get(kind=Kind.ASSIGNMENT_READ)
    assert event.actor == mission.partner.members.get()
    assert event.data == {"assignment": mission.reference}


def test_once_answered_only_the_question_remains(client: Client, db: None) -> None:
    mission = assigned()
    accept(mission, by=mission.partner.members.get(), at=MONDAY_MORNING)
    page = read(client, mission)
    assert "Accepter la mission" not in page
    assert "Poser une question" in page
