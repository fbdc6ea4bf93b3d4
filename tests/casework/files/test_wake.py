import pytest

from apps.casework.files.snooze import snooze
from apps.casework.files.wake import wake
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, taken_incident

from .test_snooze import WEDNESDAY, sleeps

pytestmark = pytest.mark.django_db


def test_a_file_is_woken_by_hand_once() -> None:
    incident = taken_incident()
    snooze(incident, until=WEDNESDAY, by=incident.handler, at=MONDAY_MORNING)
    for _ in range(2):
        incident = wake(incident, by=incident.handler, at=MONDAY_MORNING)
    assert not sleeps(incident)
    assert incident.events.filter(kind=Kind.INCIDENT_WOKEN).count() == 1
