from datetime import timedelta

import pytest

from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.close_call_back import close_call_back
from apps.correspondence.models import CallBack
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, PractitionerFactory, handler, taken_incident

pytestmark = pytest.mark.django_db


def waiting(incident: Incident | None = None) -> CallBack:
    surgeon = incident.practitioner if incident else PractitionerFactory()
    return ask_call_back(
        surgeon, phone="0612345678", incident=incident, by=surgeon.user, at=MONDAY_MORNING
    )


def test_the_first_who_called_is_kept() -> None:
    call_back, first = waiting(), handler()
    close_call_back(call_back, by=first, at=MONDAY_MORNING)
    closed = close_call_back(call_back, by=handler(), at=MONDAY_MORNING + timedelta(hours=1))
    assert (closed.closed_by, closed.closed_at) == (first, MONDAY_MORNING)


def test_the_call_is_in_the_history_of_the_file_it_was_asked_from() -> None:
    incident = taken_incident()
    close_call_back(waiting(incident), by=incident.handler, at=MONDAY_MORNING)
    assert incident.events.filter(kind=Kind.CALL_BACK_DONE).count() == 1


def test_once_called_one_may_ask_again() -> None:
    call_back = waiting()
    close_call_back(call_back, by=handler(), at=MONDAY_MORNING)
    surgeon = call_back.practitioner
    again = ask_call_back(surgeon, phone="0612345678", by=surgeon.user, at=MONDAY_MORNING)
    assert again != call_back
