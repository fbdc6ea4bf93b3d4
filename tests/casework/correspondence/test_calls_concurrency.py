"""Complaints and calls sent or told twice at once, with real threads and real connections."""

from datetime import timedelta
from functools import partial

import pytest

from apps.casework.correspondence.answer_complaint import CannotAnswer, answer_complaint
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.close_call_back import close_call_back
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.record_call import CallNote, record_call
from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.correspondence.models import Call, Complaint
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, supervisor, taken_incident
from tests.race import race

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(race, refused=CannotAnswer)


def test_a_double_tap_makes_one_complaint() -> None:
    incident = taken_incident()

    def send() -> Complaint:
        return complain(
            incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING
        )

    assert len(set(at_once(send, send, send))) == 1
    assert incident.events.filter(kind=Kind.COMPLAINT_SENT).count() == 1


def test_a_letter_noted_twice_at_once_is_one_complaint() -> None:
    boss, incident = supervisor(), taken_incident()

    def note() -> Complaint:
        return complain(
            incident.practitioner,
            words="Trop lent.",
            incident=incident,
            channel=Complaint.Channel.POST,
            sent_on=MONDAY_MORNING.date(),
            by=incident.handler,
            at=MONDAY_MORNING,
        )

    assert len(set(at_once(note, note, note))) == 1
    assert incident.events.filter(kind=Kind.COMPLAINT_NOTED).count() == 1
    assert Letter.objects.filter(kind="complaint_to_answer", recipient=boss).count() == 1


def test_several_workers_at_once_remind_each_senior_once() -> None:
    seniors, incident = {supervisor(), supervisor()}, taken_incident()
    for words in ("Trop lent.", "Trop cher."):
        complain(incident.practitioner, words=words, incident=incident, at=MONDAY_MORNING)
    fifteen_days_left = MONDAY_MORNING + timedelta(days=46)
    at_once(*[lambda: remind_complaints(at=fifteen_days_left)] * 4)
    reminders = Letter.objects.filter(kind="complaint_reminder")
    assert reminders.count() == 4
    assert {letter.recipient for letter in reminders} == seniors


def test_two_answers_at_once_are_one_and_the_other_is_told() -> None:
    incident = taken_incident()
    complaint = complain(
        incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING
    )
    results = at_once(
        *(
            lambda by=by: answer_complaint(
                complaint, answer=f"Réponse de {by}.", by=by, at=MONDAY_MORNING
            )
            for by in (supervisor(), supervisor())
        )
    )
    assert sum(isinstance(result, CannotAnswer) for result in results) == 1
    assert incident.events.filter(kind=Kind.COMPLAINT_ANSWERED).count() == 1


def test_a_request_to_be_called_settled_by_two_people_at_once_is_told_once() -> None:
    incident = taken_incident()
    waiting = ask_call_back(
        incident.practitioner,
        phone="0612345678",
        incident=incident,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )

    def speak() -> Call:
        return record_call(
            incident,
            CallNote(
                counterpart=Call.Counterpart.PRACTITIONER,
                direction=Call.Direction.OUTGOING,
                outcome=Call.Outcome.REACHED,
                started_at=MONDAY_MORNING,
                words="Rassuré.",
            ),
            by=incident.handler,
            at=MONDAY_MORNING,
        )

    boss = supervisor()
    at_once(speak, lambda: close_call_back(waiting, by=boss, at=MONDAY_MORNING), speak)
    waiting.refresh_from_db()
    assert waiting.closed_at == MONDAY_MORNING
    assert incident.events.filter(kind=Kind.CALL_BACK_DONE).count() == 1
    assert Call.objects.count() == 1
