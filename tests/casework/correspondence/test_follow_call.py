from datetime import date, timedelta
from typing import Any

import pytest

from apps.casework.correspondence.follow_call import follow_call
from apps.casework.correspondence.record_call import CallNote, record_call
from apps.correspondence.models import Call
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, handler, taken_incident

pytestmark = pytest.mark.django_db


def noted(**fields: Any) -> Call:
    incident = taken_incident()
    return record_call(
        incident,
        CallNote(
            counterpart=Call.Counterpart.PLATFORM,
            direction=Call.Direction.OUTGOING,
            outcome=Call.Outcome.TO_CALL_AGAIN,
            started_at=MONDAY_MORNING,
            **fields,
        ),
        by=incident.handler,
        at=MONDAY_MORNING,
    )


def test_what_follows_is_done_once_by_the_first_who_says_so() -> None:
    call, first = noted(next_step="Rappeler", next_on=date(2026, 11, 24)), handler()
    follow_call(call, by=first, at=MONDAY_MORNING)
    follow_call(call, by=handler(), at=MONDAY_MORNING + timedelta(hours=1))
    call.refresh_from_db()
    assert (call.followed_by, call.followed_at) == (first, MONDAY_MORNING)
    assert call.incident.events.filter(kind=Kind.CALL_FOLLOWED).count() == 1


def test_a_call_without_a_day_has_nothing_to_follow() -> None:
    call = noted(next_step="Relire un jour")
    follow_call(call, by=handler(), at=MONDAY_MORNING)
    call.refresh_from_db()
    assert call.followed_at is None
    assert not call.incident.events.filter(kind=Kind.CALL_FOLLOWED).exists()
