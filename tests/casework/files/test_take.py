import pytest

from apps.casework.files.take import AlreadyTaken, take
from apps.incidents.status import Status
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, declared_incident, handler

pytestmark = pytest.mark.django_db


def test_taking_a_file_makes_one_its_handler_and_tells_the_practitioner() -> None:
    sofia = handler()
    incident = take(declared_incident(), by=sofia, at=MONDAY_MORNING)
    assert (incident.handler, incident.status) == (sofia, Status.UNDER_REVIEW)
    assert incident.events.filter(kind=Kind.INCIDENT_TAKEN, actor=sofia).exists()
    assert Letter.objects.filter(kind="incident_taken").count() == 1


def test_the_colleague_who_comes_second_is_told_who_has_the_file() -> None:
    incident = declared_incident()
    take(incident, by=handler(name="Sofia Renard"), at=MONDAY_MORNING)
    with pytest.raises(AlreadyTaken, match="Sofia Renard"):
        take(incident, by=handler(), at=MONDAY_MORNING)


def test_taking_one_s_own_file_again_changes_nothing() -> None:
    sofia = handler()
    incident = take(declared_incident(), by=sofia, at=MONDAY_MORNING)
    take(incident, by=sofia, at=MONDAY_MORNING)
    assert incident.events.filter(kind=Kind.INCIDENT_TAKEN).count() == 1
