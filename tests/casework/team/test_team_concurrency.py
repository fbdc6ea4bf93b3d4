"""Two supervisors at once, with real threads and real connections."""

from collections import Counter

from apps.casework.queue.distribute import distribute
from apps.casework.queue.run_bulk import run_bulk
from apps.incidents.models import BulkAction, BulkItem, Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event
from apps.mailbox.models import Letter
from tests.casework.files.test_concurrency import at_once, pytestmark
from tests.factories import MONDAY_MORNING, declared_incident, handler, supervisor

__all__ = ["pytestmark"]


def run(action: BulkAction) -> BulkAction:
    return run_bulk(action, by=action.by, at=MONDAY_MORNING)


def test_two_supervisors_who_share_out_at_once_give_each_file_once() -> None:
    handler(), handler()
    for _ in range(6):
        declared_incident()
    first, second = (distribute(by=supervisor(), at=MONDAY_MORNING) for _ in range(2))
    at_once(lambda: run(first), lambda: run(second))
    given = Counter(Event.objects.filter(kind=Kind.INCIDENT_ENTRUSTED).values_list("incident"))
    assert set(given.values()) == {1}
    assert len(given) == 6
    assert not Incident.objects.filter(handler=None).exists()
    done = BulkItem.objects.filter(state=BulkItem.State.DONE)
    refused = BulkItem.objects.filter(state=BulkItem.State.REFUSED)
    assert (done.count(), refused.count()) == (6, 6)


def test_one_action_run_twice_at_once_does_each_thing_once() -> None:
    handler()
    for _ in range(4):
        declared_incident()
    action = distribute(by=supervisor(), at=MONDAY_MORNING)
    at_once(lambda: run(action), lambda: run(action))
    assert Event.objects.filter(kind=Kind.INCIDENT_ENTRUSTED).count() == 4
    assert Letter.objects.filter(kind="file_entrusted").count() == 1
