import pytest

from apps.casework.files.entrust import CannotEntrust, entrust
from apps.casework.team.declare_absence import declare_absence
from apps.incidents.status import IllegalMove, Status
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    closed_incident,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db


def test_a_new_file_gets_its_handler_who_is_told_as_is_the_practitioner() -> None:
    sofia = handler()
    incident = entrust(declared_incident(), to=sofia, by=supervisor(), at=MONDAY_MORNING)
    assert (incident.handler, incident.status) == (sofia, Status.UNDER_REVIEW)
    letter = Letter.objects.get(kind="file_entrusted")
    assert (letter.recipient, letter.data) == (sofia, {"files": [incident.reference]})
    assert Letter.objects.filter(kind="incident_taken").count() == 1


def test_entrusting_twice_changes_nothing() -> None:
    sofia, incident = handler(), declared_incident()
    for _ in range(2):
        entrust(incident, to=sofia, by=supervisor(), at=MONDAY_MORNING)
    assert incident.events.filter(kind=Kind.INCIDENT_ENTRUSTED).count() == 1


def test_nobody_absent_is_given_a_file() -> None:
    sofia, boss = handler(name="Sofia Renard"), supervisor()
    today = MONDAY_MORNING.date()
    declare_absence(
        sofia, substitute=boss, starts_on=today, ends_on=today, by=boss, at=MONDAY_MORNING
    )
    with pytest.raises(CannotEntrust, match="Sofia Renard est absent"):
        entrust(taken_incident(), to=sofia, by=boss, at=MONDAY_MORNING)


def test_nobody_who_has_left_is_given_a_file() -> None:
    gone = handler(is_active=False)
    with pytest.raises(CannotEntrust):
        entrust(declared_incident(), to=gone, by=supervisor(), at=MONDAY_MORNING)


def test_a_practitioner_is_no_handler() -> None:
    user = PractitionerFactory().user
    with pytest.raises(CannotEntrust):
        entrust(declared_incident(), to=user, by=supervisor(), at=MONDAY_MORNING)


def test_a_file_that_is_over_is_entrusted_to_nobody() -> None:
    with pytest.raises(IllegalMove):
        entrust(closed_incident(), to=handler(), by=supervisor(), at=MONDAY_MORNING)


def test_the_legal_dates_do_not_move() -> None:
    incident = declared_incident()
    before = list(incident.deadlines.values())
    entrust(incident, to=handler(), by=supervisor(), at=MONDAY_MORNING)
    assert list(incident.deadlines.values()) == before
