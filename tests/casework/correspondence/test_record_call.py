from datetime import date, timedelta
from typing import Any

import pytest

from apps.accounts.models import User
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.record_call import CallNote, CannotRecordCall, record_call
from apps.casework.files.merge import merge
from apps.correspondence.models import Call, CallBack
from apps.incidents.models import Incident, Merge
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_incident,
    handler,
    taken_incident,
)

pytestmark = pytest.mark.django_db
PRACTITIONER, PARTNER = Call.Counterpart.PRACTITIONER, Call.Counterpart.PARTNER
OUTGOING, INCOMING = Call.Direction.OUTGOING, Call.Direction.INCOMING
REACHED, MESSAGE_LEFT = Call.Outcome.REACHED, Call.Outcome.MESSAGE_LEFT


def called(incident: Incident, by: User | None = None, **fields: Any) -> Call:
    facts = {
        "counterpart": PRACTITIONER,
        "direction": OUTGOING,
        "outcome": REACHED,
        "started_at": MONDAY_MORNING - timedelta(minutes=20),
        "minutes": 12,
        "words": "Inquiet, rassuré.",
    }
    note = CallNote(**{**facts, **fields})
    return record_call(incident, note, by=by or incident.handler, at=MONDAY_MORNING)


def waiting_for(incident: Incident, *, from_file: bool = True) -> CallBack:
    return ask_call_back(
        incident.practitioner,
        phone="0612345678",
        incident=incident if from_file else None,
        by=incident.practitioner.user,
        at=MONDAY_MORNING - timedelta(hours=1),
    )


def told(incident: Incident) -> list[str]:
    return [event.plain_sentence for event in incident.events.all().for_practitioner()]


def test_a_call_is_noted_with_what_follows_and_no_letter_leaves() -> None:
    incident = taken_incident()
    letters = Letter.objects.count()
    call = called(incident, next_step="Envoyer le guide", next_on=date(2026, 11, 25))
    assert (call.minutes, call.words, call.caller) == (12, "Inquiet, rassuré.", incident.handler)
    assert call.is_to_follow
    assert Letter.objects.count() == letters


@pytest.mark.parametrize(
    ("direction", "sentence"),
    [(OUTGOING, "Nous vous avons appelé."), (INCOMING, "Vous nous avez appelés.")],
)
def test_the_practitioner_reads_that_we_spoke_and_nothing_else(
    direction: Call.Direction, sentence: str
) -> None:
    incident = taken_incident()
    called(incident, direction=direction)
    assert told(incident)[-1] == sentence
    assert "rassuré" not in str(list(incident.events.values()))


@pytest.mark.parametrize(
    "changes", [{"outcome": MESSAGE_LEFT}, {"counterpart": PARTNER}], ids=["missed", "partner"]
)
def test_a_call_that_did_not_reach_them_is_not_told_to_them(changes: dict[str, Any]) -> None:
    incident = taken_incident()
    before = told(incident)
    called(incident, **changes)
    assert told(incident) == before
    assert incident.events.filter(kind=Kind.CALL_RECORDED).count() == 1


def test_speaking_to_who_waits_settles_their_request_and_is_told_once() -> None:
    incident = taken_incident()
    waiting = waiting_for(incident)
    call = called(incident)
    waiting.refresh_from_db()
    assert (waiting.closed_by, waiting.closed_at) == (incident.handler, MONDAY_MORNING)
    assert call.call_back == waiting
    assert told(incident)[-1] == "Nous vous avons rappelé."
    assert "Nous vous avons appelé." not in told(incident)


def test_a_request_made_elsewhere_is_settled_too() -> None:
    incident = taken_incident()
    other = declared_incident(incident.practitioner)
    waiting = waiting_for(other)
    called(incident)
    waiting.refresh_from_db()
    assert waiting.closed_at
    assert told(incident)[-1] == "Nous vous avons appelé."
    assert told(other)[-1] == "Nous vous avons rappelé."


@pytest.mark.parametrize("outcome", set(Call.Outcome) - {REACHED})
def test_who_was_not_reached_still_waits(outcome: Call.Outcome) -> None:
    incident = taken_incident()
    waiting = waiting_for(incident, from_file=False)
    called(incident, outcome=outcome)
    waiting.refresh_from_db()
    assert waiting.closed_at is None


def test_noted_twice_it_is_one_call() -> None:
    incident = taken_incident()
    waiting_for(incident)
    assert called(incident) == called(incident)
    assert incident.events.filter(kind=Kind.CALL_BACK_DONE).count() == 1
    assert incident.events.filter(kind=Kind.CALL_RECORDED).count() == 1


def test_another_call_of_the_same_minute_is_refused_and_not_lost_in_silence() -> None:
    incident = taken_incident()
    called(incident)
    with pytest.raises(CannotRecordCall, match="déjà noté un appel"):
        called(incident, words="Autre chose.")
    assert Call.objects.get().words == "Inquiet, rassuré."


def test_a_call_about_a_file_that_was_merged_stands_in_the_one_that_is_kept() -> None:
    kept = taken_incident()
    absorbed = declared_incident(kept.practitioner)
    waiting = waiting_for(absorbed)
    merge(absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING)
    call = called(absorbed, by=kept.handler)
    waiting.refresh_from_db()
    assert (call.incident, call.call_back) == (kept, waiting)
    assert waiting.closed_at
    assert told(kept)[-1] == "Nous vous avons appelé."


def test_files_with_a_call_of_the_same_minute_can_be_merged() -> None:
    kept = taken_incident()
    absorbed = declared_incident(kept.practitioner)
    called(kept)
    called(absorbed, by=kept.handler)
    merge(absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING)
    assert kept.calls.count() == 2


def test_a_call_to_come_is_refused() -> None:
    with pytest.raises(CannotRecordCall, match="pas encore commencé"):
        called(taken_incident(), started_at=MONDAY_MORNING + timedelta(minutes=1))
    assert not Call.objects.exists()


def test_a_colleague_may_note_a_call_on_a_closed_file() -> None:
    incident, karim = closed_incident(), handler()
    assert called(incident, by=karim).caller == karim
