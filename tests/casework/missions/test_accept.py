import pytest

from apps.assignments.models import Assignment, MissionAlreadyAnswered
from apps.casework.missions.accept import accept
from apps.casework.missions.decline import decline
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned

pytestmark = pytest.mark.django_db


def test_accepting_tells_the_handler_once_even_when_sent_twice() -> None:
    assignment = assigned()
    member = assignment.partner.members.get()
    accept(assignment, by=member, at=MONDAY_MORNING)
    accept(assignment, by=member, at=MONDAY_MORNING)
    assignment.refresh_from_db()
    assert assignment.state == Assignment.State.ACCEPTED
    letter = Letter.objects.get(kind="assignment_accepted")
    assert letter.recipient == assignment.incident.handler


def test_a_mission_that_was_declined_cannot_be_accepted() -> None:
    assignment = assigned()
    member = assignment.partner.members.get()
    decline(assignment, reason="Conflit d’intérêts.", by=member, at=MONDAY_MORNING)
    with pytest.raises(MissionAlreadyAnswered, match="refusée"):
        accept(assignment, by=member, at=MONDAY_MORNING)
