from datetime import timedelta

import pytest

from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.readings.record_online_check import record_online_check
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove, WaitingOn
from apps.remedies.models import OnlineCheck
from apps.vocabulary.presence import Presence
from tests.factories import MONDAY_MORNING, closed_incident, requested_information, taken_incident

pytestmark = pytest.mark.django_db
IN_A_WEEK = MONDAY_MORNING + timedelta(days=7)


def see(incident: Incident, presence: Presence, *, by=None, at=IN_A_WEEK, note="") -> OnlineCheck:
    author = by or incident.practitioner.user
    return record_online_check(
        incident.reviews.get(), presence=presence, by=author, at=at, note=note
    )


def test_it_answers_the_question_that_was_asked() -> None:
    incident = taken_incident()
    ask_online_checks(at=IN_A_WEEK)
    check = see(incident, Presence.CHANGED, note="La dernière phrase a disparu.")
    assert OnlineCheck.objects.get() == check
    assert check.asked_at == check.answered_at == IN_A_WEEK
    assert check.note == "La dernière phrase a disparu."


def test_the_handler_may_look_without_being_asked() -> None:
    incident = taken_incident()
    check = see(incident, Presence.ONLINE, by=incident.handler)
    assert check.asked_at is None
    assert check.answered_by == incident.handler


@pytest.mark.parametrize("presence", Presence)
def test_no_answer_moves_a_legal_date(presence: Presence) -> None:
    incident = taken_incident()
    before = list(incident.deadlines.values())
    see(incident, presence)
    assert list(incident.deadlines.values()) == before


@pytest.mark.parametrize("presence", [Presence.REMOVED, Presence.CHANGED])
def test_news_from_the_practitioner_is_for_the_handler(presence: Presence) -> None:
    incident = taken_incident()
    incident.waiting_on = WaitingOn.PLATFORM
    incident.save()
    see(incident, presence)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.HANDLER


def test_what_the_practitioner_owes_is_still_awaited() -> None:
    incident = taken_incident()
    requested_information(incident)
    see(incident, Presence.REMOVED)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.PRACTITIONER


def test_a_double_tap_is_one_answer() -> None:
    incident = taken_incident()
    first = see(incident, Presence.ONLINE)
    assert see(incident, Presence.ONLINE, at=IN_A_WEEK + timedelta(seconds=2)) == first
    assert see(incident, Presence.ONLINE, at=IN_A_WEEK + timedelta(days=1)) != first


def test_nothing_is_noted_on_a_file_that_is_over() -> None:
    with pytest.raises(IllegalMove):
        see(closed_incident(), Presence.ONLINE)


def test_the_note_is_in_no_event() -> None:
    incident = taken_incident()
    see(incident, Presence.CHANGED, note="canari-note")
    assert "canari" not in str(list(incident.events.values()))
