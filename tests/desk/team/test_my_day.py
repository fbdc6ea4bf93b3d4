from datetime import date, timedelta
from typing import Any

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.access import calendar_deadlines_for
from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.follow_call import follow_call
from apps.casework.correspondence.record_call import CallNote, record_call
from apps.casework.correspondence.write_message import write_message
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.remind import remind
from apps.casework.readings.do_step import do_step
from apps.casework.team.declare_absence import declare_absence
from apps.casework.team.end_absence import end_absence
from apps.correspondence.models import Call
from apps.incidents.models import Incident
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import (
    MONDAY_MORNING,
    acted,
    assigned,
    declared_incident,
    declared_review,
    ended,
    handler,
    qualified_incident,
    requested_information,
    supervisor,
    taken_incident,
)

NEAR = declared_review(window=Window.on_day(date(2026, 8, 31)))


def read(desk: Client) -> str:
    response = desk.get(reverse("desk:my_day"))
    assert response.status_code == 200
    return response.content.decode()


def todo(desk: Client) -> dict[str, int]:
    day = desk.get(reverse("desk:my_day")).context["day"]
    return {group.label: group.count for group in day.groups}


def test_an_empty_day_says_so_and_how_many_files_are_new(desk: Client) -> None:
    declared_incident()
    page = read(desk)
    assert "Rien en retard. 1 dossier à trier." in page


def test_legal_dates_are_counted_by_how_near_they_are(desk: Client, sofia: User) -> None:
    week = declared_review(window=Window.on_day(date(2026, 8, 31)))
    weeks = declared_review(window=Window.on_day(date(2026, 9, 11)))
    unknown = declared_review(window=Window.unknown())
    for review in (week, weeks, unknown, declared_review()):
        taken_incident(sofia, reviews=[review])
    taken_incident(handler(), reviews=[week])
    day = desk.get(reverse("desk:my_day")).context["day"]
    assert (day.red, day.amber) == (2, 1)
    assert len(day.dates) == 3


def test_a_reminder_waits_for_its_acknowledgement(desk: Client, sofia: User) -> None:
    taken_incident(sofia, reviews=[NEAR])
    remind(at=MONDAY_MORNING)
    assert todo(desk)["Rappels d’échéance à accuser"] == 1


def test_a_promised_first_answer_is_owed_until_a_message_leaves(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, at=MONDAY_MORNING - timedelta(days=3))
    assert todo(desk)["Premières réponses promises"] == 1
    write_message(incident, body="Bonjour.", by=sofia, at=MONDAY_MORNING)
    assert "Premières réponses promises" not in todo(desk)


def test_a_question_asked_is_a_first_answer(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, at=MONDAY_MORNING - timedelta(days=3))
    requested_information(incident, at=MONDAY_MORNING - timedelta(days=1))
    assert "Premières réponses promises" not in todo(desk)


def test_what_came_back_and_what_did_not_is_on_the_list(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    doctor = incident.practitioner.user
    first, _ = requested_information(incident, "information", "information")
    answer_request(first, text="Le 3 mars.", by=doctor, at=MONDAY_MORNING)
    write_message(incident, body="Et ensuite ?", by=doctor, at=MONDAY_MORNING)
    assigned(incident=taken_incident(sofia, exhibits=1))
    assert {"Demandes répondues", "Messages non lus"} <= set(todo(desk))
    with time_machine.travel(MONDAY_MORNING + timedelta(days=14), tick=False):
        desk.force_login(sofia)
        assert {"Sociétaires à relancer", "Partenaires silencieux"} <= set(todo(desk))


def test_a_step_is_on_the_list_from_its_day_until_it_is_done(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia, label=Label.OPINION)
    qualified_incident(handler(), label=Label.OPINION)
    assert "Démarches à faire" not in todo(desk)
    with time_machine.travel(MONDAY_MORNING + timedelta(days=3), tick=False):
        desk.force_login(sofia)
        assert todo(desk)["Démarches à faire"] == 2
        page = read(desk)
        assert "Envoyer le conseil" in page
        assert "pour le jeudi 26\xa0novembre\xa02026" in page
        for step in incident.reviews.get().playbook_steps.exclude(code=LadderStep.CLOSING):
            do_step(step, by=sofia, at=MONDAY_MORNING)
        assert "Démarches à faire" not in todo(desk)


def called(incident: Incident, by: User, **fields: Any) -> Call:
    facts = {
        "counterpart": Call.Counterpart.PRACTITIONER,
        "direction": Call.Direction.OUTGOING,
        "outcome": Call.Outcome.REACHED,
        "started_at": MONDAY_MORNING,
        "next_step": "Envoyer le guide",
        "next_on": MONDAY_MORNING.date(),
    }
    return record_call(incident, CallNote(**{**facts, **fields}), by=by, at=MONDAY_MORNING)


def test_what_follows_a_call_is_there_on_its_day_until_it_is_done(
    desk: Client, sofia: User
) -> None:
    incident, karim = taken_incident(sofia), handler()
    today = called(incident, karim)
    tomorrow = MONDAY_MORNING.date() + timedelta(days=1)
    called(incident, sofia, next_on=tomorrow)
    called(taken_incident(karim), karim)
    assert todo(desk)["Suites d’appel"] == 1
    assert "Envoyer le guide" in read(desk)
    follow_call(today, by=sofia, at=MONDAY_MORNING)
    assert "Suites d’appel" not in todo(desk)


def test_what_was_promised_about_a_file_of_nobody_is_for_who_promised(
    desk: Client, sofia: User
) -> None:
    called(declared_incident(), sofia)
    called(declared_incident(), handler())
    assert todo(desk)["Suites d’appel"] == 1


def test_a_call_that_reached_them_is_the_promised_first_word(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, at=MONDAY_MORNING - timedelta(days=3))
    called(incident, sofia, outcome=Call.Outcome.NO_ANSWER, next_step="", next_on=None)
    assert todo(desk)["Premières réponses promises"] == 1
    called(incident, handler(), next_step="", next_on=None)
    assert "Premières réponses promises" not in todo(desk)


def test_mail_that_was_not_delivered_is_said_above_everything(desk: Client, sofia: User) -> None:
    taken_incident(sofia)
    Letter.objects.filter(kind="incident_taken").update(
        status=LetterStatus.FAILED, error="refused-550"
    )
    assert "1 courrier non remis sur vos dossiers" in read(desk)


# --- What waits for a second person ---------------------------------------------------------------


def redated(incident: Incident, by: User) -> None:
    """Somebody asks for a later day of publication."""
    change_publication(
        incident.reviews.get().publications.open().get(),
        window=Window.on_day(date(2026, 11, 10)),
        reason="Capture.",
        by=by,
        at=MONDAY_MORNING,
    )


def test_acts_that_others_recorded_wait_for_a_senior_person_whoever_follows_the_file(
    desk: Client, sofia: User
) -> None:
    incident, karim = taken_incident(sofia), supervisor()
    act = acted(incident.reviews.get())
    acted(taken_incident(sofia).reviews.get(), "CONSTAT")
    assert "Actes à vérifier" not in todo(desk)
    desk.force_login(karim)
    assert todo(desk)["Actes à vérifier"] == 1
    page = read(desk)
    assert "Assignation au fond, contenu n°\xa01" in page
    assert reverse("desk:check_act", args=[incident.reference, act.pk]) in page
    check_act(act, by=karim, at=MONDAY_MORNING)
    assert "Actes à vérifier" not in todo(desk)


def test_one_s_own_acts_and_those_of_closed_files_are_not_on_the_list(
    desk: Client, sofia: User
) -> None:
    karim, over = supervisor(), taken_incident(sofia)
    acted(taken_incident(sofia).reviews.get(), by=karim)
    acted(over.reviews.get())
    ended(over)
    desk.force_login(karim)
    assert "Actes à vérifier" not in todo(desk)


def test_a_later_date_waits_once_for_a_content_whatever_its_rules(
    desk: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia, label=Label.FAUX_AVIS)
    karim, nadia = supervisor(), supervisor()
    redated(incident, by=karim)
    assert "Dates plus tardives à confirmer" not in todo(desk)
    desk.force_login(karim)
    assert "Dates plus tardives à confirmer" not in todo(desk)
    desk.force_login(nadia)
    assert todo(desk)["Dates plus tardives à confirmer"] == 1
    page = reverse("desk:confirm_dates", args=[incident.reference, 1])
    assert read(desk).count(page) == 1


def test_what_waits_for_a_second_person_costs_the_same_queries_however_much_it_is(
    desk: Client, sofia: User
) -> None:
    def fill(times: int) -> None:
        for _ in range(times):
            acted(taken_incident(sofia).reviews.get())
            redated(taken_incident(sofia), by=sofia)

    desk.force_login(supervisor())
    fill(1)
    with CaptureQueriesContext(connection) as light:
        read(desk)
    fill(2)
    with CaptureQueriesContext(connection) as full:
        read(desk)
    assert len(full) == len(light)


# --- What it costs, and for whom it is ------------------------------------------------------------


def test_a_full_day_costs_the_queries_of_a_light_one(desk: Client, sofia: User) -> None:
    def fill(times: int) -> None:
        for _ in range(times):
            at = MONDAY_MORNING - timedelta(days=3)
            incident = qualified_incident(sofia, reviews=[NEAR], at=at)
            [asked] = requested_information(incident, at=at)
            doctor = incident.practitioner.user
            answer_request(asked, text="Oui.", by=doctor, at=MONDAY_MORNING)
            write_message(incident, body="…", by=doctor, at=MONDAY_MORNING)
            called(incident, sofia)
            taken_incident(sofia, at=MONDAY_MORNING - timedelta(days=20))
            declared_incident()
        remind(at=MONDAY_MORNING)

    fill(1)
    with CaptureQueriesContext(connection) as light:
        read(desk)
    fill(4)
    with CaptureQueriesContext(connection) as full:
        read(desk)
    assert len(full) == len(light)


def test_who_stands_in_for_an_absent_colleague_has_their_day_too(desk: Client, sofia: User) -> None:
    karim = handler()
    theirs = taken_incident(karim, reviews=[NEAR], at=MONDAY_MORNING)
    queue = reverse("desk:queue") + "?vue=remplacement"
    assert theirs.reference not in desk.get(queue).text
    absence = declare_absence(
        karim,
        substitute=sofia,
        starts_on=MONDAY_MORNING.date(),
        ends_on=MONDAY_MORNING.date() + timedelta(days=4),
        by=karim,
        at=MONDAY_MORNING,
    )
    assert theirs.reference in desk.get(queue).text
    day = desk.get(reverse("desk:my_day")).context["day"]
    assert theirs in day.dates
    due = calendar_deadlines_for(sofia, today=MONDAY_MORNING.date())
    assert due.filter(incident=theirs).exists()
    end_absence(absence, at=MONDAY_MORNING)
    assert theirs.reference not in desk.get(queue).text
