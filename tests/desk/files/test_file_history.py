import re
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.incidents.models import Incident
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import MONDAY_MORNING, declared_incident, taken_incident


def url(incident: Incident) -> str:
    return reverse("desk:file_history", args=[incident.reference])


def test_every_mail_stands_in_the_history_with_what_became_of_it(desk: Client) -> None:
    incident = declared_incident()
    Letter.objects.update(status=LetterStatus.UNCERTAIN, error="no-answer")
    page = desk.get(url(incident)).content.decode()
    assert "Accusé de réception de la déclaration" in page
    assert "remise incertaine" in page
    assert "la lettre est peut-être arrivée" in page


def test_a_message_is_blue_and_says_whether_it_was_read_and_a_note_is_yellow(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    write_message(incident, body="Nous avançons.", by=sofia, at=MONDAY_MORNING)
    write_note(incident, body="Rappeler lundi.", by=sofia, at=MONDAY_MORNING)
    page = desk.get(url(incident)).content.decode()
    assert re.search(r'class="message[^>]*>\s*<p>Nous avançons\.', page)
    assert "Pas encore lu" in page
    assert re.search(r'class="note">.*Rappeler lundi\.', page, re.DOTALL)


def test_a_subject_keeps_what_is_about_it(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    write_note(incident, body="Rappeler lundi.", by=sofia, at=MONDAY_MORNING)
    notes = desk.get(url(incident), {"sujet": "notes"}).content.decode()
    assert "Rappeler lundi." in notes
    assert "Dossier pris en charge." not in notes
    letters = desk.get(url(incident), {"sujet": "courriers"}).content.decode()
    assert "Accusé de réception de la déclaration" in letters
    assert "Rappeler lundi." not in letters


def test_an_unknown_subject_or_place_shows_the_newest(desk: Client) -> None:
    incident = declared_incident()
    for query in ({"sujet": "?"}, {"apres": "hier"}, {"apres": "2026-13-45T99:00~1~2"}):
        assert "Dossier déclaré" in desk.get(url(incident), query).content.decode()


def test_nothing_is_lost_nor_shown_twice_from_one_page_to_the_next(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    for number in range(70):
        at = MONDAY_MORNING + timedelta(minutes=number // 7)  # seven at the same moment
        write_message(incident, body=f"Message {number}.", by=sofia, at=at)
    query, shown, found = "", [], []
    for _ in range(9):
        response = desk.get(url(incident) + query)
        shown += [(line.at, line.sentence, line.letter) for line in response.context["lines"]]
        found += re.findall(r"<p>(Message \d+\.)</p>", response.content.decode())
        if not response.context["older"]:
            break
        query = f"?apres={response.context['older'].replace('+', '%2B')}"
    told = incident.events.exclude(kind="incident.read").count() + incident.letters.count()
    assert len(shown) == told
    assert sorted(found) == sorted(f"Message {number}." for number in range(70))
    moments = [at for at, _, _ in shown]
    assert moments == sorted(moments, reverse=True)


def test_a_long_history_costs_the_queries_of_a_short_one(desk: Client, sofia: User) -> None:
    short, long = taken_incident(sofia), taken_incident(sofia)
    for incident, times in ((short, 1), (long, 60)):
        for _ in range(times):
            write_message(incident, body="…", by=sofia, at=MONDAY_MORNING)
            write_note(incident, body="…", by=sofia, at=MONDAY_MORNING)
    with CaptureQueriesContext(connection) as for_the_short:
        desk.get(url(short))
    with CaptureQueriesContext(connection) as for_the_long:
        desk.get(url(long))
    assert len(for_the_long) == len(for_the_short)
