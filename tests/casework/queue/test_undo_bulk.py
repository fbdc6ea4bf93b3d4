from dataclasses import replace
from datetime import date, timedelta

import pytest

from apps.casework.correspondence.answer_request import answer_request
from apps.casework.files.take import take
from apps.casework.queue.prepare_bulk import Wanted, prepare_bulk
from apps.casework.queue.run_bulk import run_bulk
from apps.casework.queue.undo_bulk import CannotUndo, undo_bulk
from apps.incidents.models import BulkAction, Incident
from apps.incidents.status import Status
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    handler,
    read_as,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TAG = Wanted(kind=BulkAction.Kind.TAG, tag="Groupe A")
REQUEST = Wanted(
    kind=BulkAction.Kind.REQUEST,
    questions=[("information", "La date.")],
    due_on=date(2026, 11, 30),
)


def done(wanted: Wanted) -> BulkAction:
    action = prepare_bulk(Incident.objects.all(), wanted=wanted, by=supervisor(), at=MONDAY_MORNING)
    return run_bulk(action, by=action.by, at=MONDAY_MORNING)


def undo(action: BulkAction, minutes: int = 9) -> int:
    return undo_bulk(action, by=action.by, at=MONDAY_MORNING + timedelta(minutes=minutes))


def test_a_new_file_given_by_mistake_is_new_again_and_can_be_taken() -> None:
    incident = declared_incident()
    assert undo(done(Wanted(kind=BulkAction.Kind.ENTRUST, to=handler()))) == 1
    incident.refresh_from_db()
    assert (incident.handler, incident.status) == (None, Status.RECEIVED)
    take(incident, by=handler(), at=MONDAY_MORNING)


def test_a_file_goes_back_to_who_had_it() -> None:
    incident = taken_incident()
    undo(done(Wanted(kind=BulkAction.Kind.ENTRUST, to=handler())))
    assert Incident.objects.get().handler == incident.handler


def test_a_tag_goes_and_a_request_is_withdrawn() -> None:
    incident = taken_incident()
    undo(done(TAG))
    assert not incident.tags.exists()
    undo(done(REQUEST))
    assert incident.information_requests.get().withdrawn_at


def test_after_ten_minutes_nothing_is_undone() -> None:
    incident = declared_incident()
    with pytest.raises(CannotUndo, match="dix minutes"):
        undo(done(TAG), minutes=11)
    assert incident.tags.exists()


def test_a_message_is_never_taken_back() -> None:
    taken_incident()
    with pytest.raises(CannotUndo, match="ne se reprend pas"):
        undo(done(Wanted(kind=BulkAction.Kind.MESSAGE, words="Bonjour.")))


def test_what_changed_since_stays_as_it_is_with_the_reason() -> None:
    incident = taken_incident()
    action = done(REQUEST)
    answer_request(
        incident.information_requests.get(),
        text="Le 3.",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    assert undo(action) == 0
    assert "a changé entre-temps" in action.items.get().why


def test_a_file_already_worked_on_keeps_its_handler() -> None:
    incident, sofia = declared_incident(), handler()
    action = done(Wanted(kind=BulkAction.Kind.ENTRUST, to=sofia))
    read_as(incident.reviews.get(), end=20, by=sofia)
    assert undo(action) == 0
    assert Incident.objects.get().handler == sofia


@pytest.mark.parametrize("answered", [0, 1])
def test_of_two_things_asked_none_is_withdrawn_once_one_is_answered(answered: int) -> None:
    incident = taken_incident()
    both = [("information", "La date."), ("information", "L’heure.")]
    action = done(replace(REQUEST, questions=both))
    answer_request(
        incident.information_requests.order_by("pk")[answered],
        text="Le 3.",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    assert undo(action) == 0
    assert not incident.information_requests.exclude(withdrawn_at=None)
