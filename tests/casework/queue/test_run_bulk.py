from datetime import date, timedelta

import pytest

from apps.accounts.models import User
from apps.casework.files.take import take
from apps.casework.queue.prepare_bulk import Wanted, prepare_bulk
from apps.casework.queue.run_bulk import run_bulk
from apps.incidents.models import BulkAction, BulkItem, Incident
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TODAY = MONDAY_MORNING.date()
MESSAGE = Wanted(kind=BulkAction.Kind.MESSAGE, words="Bonjour.")
REQUEST = Wanted(
    kind=BulkAction.Kind.REQUEST,
    questions=[("file", "Une capture."), ("information", "La date.")],
    due_on=date(2026, 11, 30),
)


def prepared(wanted: Wanted, by: User) -> BulkAction:
    return prepare_bulk(Incident.objects.all(), wanted=wanted, by=by, at=MONDAY_MORNING)


def run(action: BulkAction) -> BulkAction:
    return run_bulk(action, by=action.by, at=MONDAY_MORNING)


def test_a_message_goes_once_to_each_however_often_it_is_run() -> None:
    sofia = handler()
    files = [taken_incident(sofia) for _ in range(3)]
    run(run(prepared(MESSAGE, sofia)))
    assert [each.messages.count() for each in files] == [1, 1, 1]
    assert Letter.objects.filter(kind="new_message").count() == 3


def test_each_file_is_asked_with_one_letter() -> None:
    sofia = handler()
    incident = taken_incident(sofia)
    run(prepared(REQUEST, sofia))
    assert incident.information_requests.count() == 2
    assert Letter.objects.filter(kind="information_requested").count() == 1


def test_a_file_that_changed_since_is_refused_and_the_others_go_on() -> None:
    boss, sofia = supervisor(), handler()
    first, second = declared_incident(), declared_incident()
    action = prepared(Wanted(kind=BulkAction.Kind.ENTRUST, to=sofia), boss)
    take(first, by=handler(name="Karim Lefèvre"), at=MONDAY_MORNING)
    run(action)
    assert action.items.get(incident=first).why == (
        "Ce dossier vient d’être pris par Karim Lefèvre."
    )
    second.refresh_from_db()
    assert second.handler == sofia


def test_a_file_that_already_bears_the_tag_is_told_apart() -> None:
    sofia = handler()
    declared_incident()
    wanted = Wanted(kind=BulkAction.Kind.TAG, tag="Groupe A")
    run(prepared(wanted, sofia))
    again = run(prepared(wanted, sofia))
    assert again.items.get().why == "Ce dossier porte déjà cette étiquette."


def test_an_interrupted_action_goes_on_with_what_remains() -> None:
    sofia = handler()
    files = [taken_incident(sofia) for _ in range(2)]
    action = prepared(MESSAGE, sofia)
    action.items.filter(incident=files[0]).update(state=BulkItem.State.DONE)
    BulkAction.objects.update(run_at=MONDAY_MORNING - timedelta(minutes=3))
    run(action)
    assert [each.messages.count() for each in files] == [0, 1]


def test_what_was_refused_in_the_dry_run_is_not_tried() -> None:
    over = closed_incident()
    action = run(prepared(MESSAGE, supervisor()))
    assert action.items.get().state == BulkItem.State.REFUSED
    assert not over.messages.exists()
