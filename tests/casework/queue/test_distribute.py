from collections import Counter
from datetime import date

import pytest

from apps.casework.queue.distribute import distribute
from apps.casework.queue.prepare_bulk import CannotPrepare
from apps.casework.queue.run_bulk import run_bulk
from apps.casework.team.declare_absence import declare_absence
from apps.casework.team.load import loads, weight
from apps.incidents.models import OVER, RUNNING, BulkAction, BulkItem, Incident
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TODAY = MONDAY_MORNING.date()


def place(incident: Incident, rank: str, day: date) -> None:
    """Put a file in the queue as `apps/deadlines/urgency.py` does."""
    incident.act_by, incident.queue_key = day, f"{rank}{day}"
    incident.save(update_fields=["act_by", "queue_key"])


def run(action: BulkAction) -> BulkAction:
    return run_bulk(action, by=action.by, at=MONDAY_MORNING)


def test_new_files_go_to_who_carries_least() -> None:
    busy, free = handler(name="Anne"), handler(name="Zoé")
    taken_incident(busy)
    taken_incident(busy)
    for _ in range(4):
        declared_incident()
    run(distribute(by=supervisor(), at=MONDAY_MORNING))
    carried = Counter(Incident.objects.values_list("handler", flat=True))
    assert carried == {busy.pk: 3, free.pk: 3}


def test_preparing_gives_nothing_to_anybody() -> None:
    handler()
    incident = declared_incident()
    action = distribute(by=supervisor(), at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.handler is None
    assert action.items.get().state == BulkItem.State.PLANNED


def test_each_gets_one_letter_whatever_the_number_of_files_and_runs() -> None:
    sofia = handler()
    files = [declared_incident() for _ in range(3)]
    action = distribute(by=supervisor(), at=MONDAY_MORNING)
    run(run(action))
    letter = Letter.objects.get(kind="file_entrusted")
    assert letter.recipient == sofia
    assert sorted(letter.data["files"]) == [each.reference for each in files]


def test_nobody_absent_gets_anything() -> None:
    away, present = handler(), handler()
    boss = supervisor()
    declare_absence(
        away, substitute=present, starts_on=TODAY, ends_on=TODAY, by=boss, at=MONDAY_MORNING
    )
    for _ in range(3):
        declared_incident()
    run(distribute(by=boss, at=MONDAY_MORNING))
    assert set(Incident.objects.values_list("handler", flat=True)) == {present.pk}


def test_with_nobody_present_each_file_says_so() -> None:
    declared_incident()
    action = distribute(by=supervisor(), at=MONDAY_MORNING)
    assert action.items.get().why == "Aucun gestionnaire présent."


def test_once_shared_out_there_is_nothing_left() -> None:
    handler()
    declared_incident()
    boss = supervisor()
    run(distribute(by=boss, at=MONDAY_MORNING))
    with pytest.raises(CannotPrepare):
        distribute(by=boss, at=MONDAY_MORNING)


def test_a_file_asleep_is_left_alone() -> None:
    handler()
    incident = declared_incident()
    Incident.objects.filter(pk=incident.pk).update(snoozed_until=date(2026, 12, 24))
    with pytest.raises(CannotPrepare):
        distribute(by=supervisor(), at=MONDAY_MORNING)


def test_a_nearer_date_weighs_more() -> None:
    sofia = handler()
    incident = taken_incident(sofia)
    place(incident, RUNNING, TODAY)
    near = loads(today=TODAY)[0]
    place(incident, RUNNING, date(2027, 10, 1))
    assert near.weight > loads(today=TODAY)[0].weight
    assert (near.files, near.week) == (1, 1)


def test_a_date_that_may_still_be_kept_weighs_and_one_that_is_over_does_not() -> None:
    incident = taken_incident()
    passed = date(2026, 11, 2)
    place(incident, RUNNING, passed)
    still_possible = loads(today=TODAY)[0]
    assert (still_possible.weight, still_possible.week) == (8, 1)
    place(incident, OVER, passed)
    over = loads(today=TODAY)[0]
    assert (over.weight, over.week, over.three_weeks) == (1, 0, 0)
    assert weight(incident, today=TODAY) == over.weight
