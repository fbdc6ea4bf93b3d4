from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.correspondence.models import Call, CallBack
from apps.correspondence.ready_calls import READY_CALLS
from apps.correspondence.variables import check_known
from apps.incidents.models import Incident
from tests.factories import MONDAY_MORNING, closed_incident, taken_incident

TYPED = {
    "counterpart": "practitioner",
    "direction": "outgoing",
    "day_0": "23",
    "day_1": "11",
    "day_2": "2026",
    "hour": "09:05",
    "minutes": "12",
    "outcome": "reached",
    "words": "Inquiet, rassuré.",
    "next_step": "Envoyer le guide",
    "next_on_0": "25",
    "next_on_1": "11",
    "next_on_2": "2026",
}


def url(incident: Incident) -> str:
    return reverse("desk:record_call", args=[incident.reference])


def waiting_on(incident: Incident) -> CallBack:
    return ask_call_back(
        incident.practitioner,
        phone="06 12 34 56 78",
        incident=incident,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )


def test_a_call_is_noted_and_read_again(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), TYPED, follow=True).text
    call = Call.objects.get()
    assert (call.started_at.isoformat(), call.minutes) == ("2026-11-23T08:05:00+00:00", 12)
    assert call.next_on == date(2026, 11, 25)
    assert "L’appel est noté." in page
    assert "Inquiet, rassuré." in page
    assert "Envoyer le guide" in page


def test_what_follows_is_ticked_off(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), TYPED)
    done = reverse("desk:follow_call", args=[incident.reference, Call.objects.get().pk])
    page = desk.post(done, follow=True).text
    assert "Fait le 23\u00a0novembre\u00a02026" in page
    elsewhere = taken_incident(sofia).reference
    not_there = reverse("desk:follow_call", args=[elsewhere, Call.objects.get().pk])
    assert desk.post(not_there).status_code == 404


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"outcome": ""}, "Dites comment l’appel s’est terminé."),
        ({"words": ""}, "Écrivez ce qui a été dit, même en une ligne."),
        ({"hour": "9 h"}, "Écrivez l’heure ainsi\u00a0: 14:30."),
        ({"minutes": "-3"}, "Écrivez la durée en minutes, en chiffres."),
        ({"hour": "23:00"}, "Cet appel n’a pas encore commencé"),
        ({"next_on_0": "22"}, "Choisissez aujourd’hui ou un jour à venir."),
        ({"next_step": ""}, "Dites ce qui est à faire ce jour-là."),
        ({"next_on_0": "", "next_on_1": "", "next_on_2": ""}, "Choisissez le jour de cette suite."),
    ],
)
def test_what_is_missing_is_said_beside_it_and_what_was_typed_stays(
    desk: Client, sofia: User, changes: dict[str, str], sentence: str
) -> None:
    page = desk.post(url(taken_incident(sofia)), TYPED | changes).text
    assert page.count(sentence) == 2, "in the summary and beside the field"
    kept = (TYPED | changes)["words"] or TYPED["next_step"]
    assert kept in page
    assert not Call.objects.exists()


def test_a_call_without_an_answer_needs_no_words(desk: Client, sofia: User) -> None:
    sent = TYPED | {"outcome": "no_answer", "words": "", "minutes": ""}
    assert desk.post(url(taken_incident(sofia)), sent).status_code == 302
    assert Call.objects.get().minutes is None


@pytest.mark.parametrize("code", READY_CALLS)
def test_a_situation_gives_the_words_to_start_from(desk: Client, sofia: User, code: str) -> None:
    check_known(READY_CALLS[code].words)
    form = desk.get(url(taken_incident(sofia)), {"modele": code}).context["form"]
    assert form["counterpart"].value() == READY_CALLS[code].counterpart
    assert "{" not in form["words"].value()


def test_a_situation_that_does_not_exist_is_not_there(desk: Client, sofia: User) -> None:
    assert desk.get(url(taken_incident(sofia)), {"modele": "canari"}).status_code == 404


def test_any_colleague_notes_a_call_even_on_a_closed_file(desk: Client, sofia: User) -> None:
    assert desk.post(url(closed_incident()), TYPED).status_code == 302
    assert Call.objects.get().caller == sofia


def test_noting_a_call_settles_the_request_to_be_called(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    waiting = waiting_on(incident)
    assert "06 12 34 56 78" in desk.get(url(incident)).text
    desk.post(url(incident), TYPED)
    waiting.refresh_from_db()
    assert waiting.closed_by == sofia
    assert "06 12 34 56 78" not in desk.get(url(incident)).text


def test_saying_called_from_the_queue_enters_the_log_of_the_file(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    waiting = waiting_on(incident)
    assert url(incident) in desk.get(reverse("desk:queue")).text
    desk.post(reverse("desk:close_call_back", args=[waiting.pk]))
    call = incident.calls.get()
    assert (call.call_back, call.caller, call.outcome) == (waiting, sofia, "reached")


def test_the_history_shows_what_was_said(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), TYPED)
    page = desk.get(reverse("desk:file_history", args=[incident.reference])).text
    assert "Inquiet, rassuré." in page
