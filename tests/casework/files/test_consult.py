import pytest

from apps.casework.files.consult import consult
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, declared_incident, handler

pytestmark = pytest.mark.django_db


def test_reading_is_recorded_each_time_with_who_and_when() -> None:
    incident, sofia = declared_incident(), handler()
    for _ in range(2):
        consult(incident, kind=Kind.INCIDENT_READ, by=sofia, at=MONDAY_MORNING)
    read = incident.events.filter(kind=Kind.INCIDENT_READ)
    assert [(event.actor, event.at) for event in read] == [(sofia, MONDAY_MORNING)] * 2
