from datetime import timedelta

import pytest

from apps.assignments.models import Assignment, MissionAlreadyAnswered
from apps.casework.access import assignments_for
from apps.casework.missions.accept import accept
from apps.casework.missions.decline import decline
from apps.incidents.status import WaitingOn
from tests.factories import MONDAY_MORNING, PartnerFactory, assigned

pytestmark = pytest.mark.django_db


def test_a_declined_mission_is_closed_and_the_file_waits_for_its_handler() -> None:
    assignment = assigned()
    member = assignment.partner.members.get()
    decline(assignment, reason="Conflit d’intérêts.", by=member, at=MONDAY_MORNING)
    assignment.incident.refresh_from_db()
    assert assignment.incident.waiting_on == WaitingOn.HANDLER
    assert assignment not in assignments_for(member, today=MONDAY_MORNING.date())


def test_another_office_may_be_asked_after_a_refusal() -> None:
    first = assigned()
    decline(first, reason="Absent.", by=first.partner.members.get(), at=MONDAY_MORNING)
    second = assigned(incident=first.incident, partner=PartnerFactory())
    assert second.state == Assignment.State.PROPOSED


def test_an_accepted_mission_cannot_be_declined() -> None:
    assignment = assigned()
    member = assignment.partner.members.get()
    accept(assignment, by=member, at=MONDAY_MORNING)
    with pytest.raises(MissionAlreadyAnswered, match="acceptée"):
        decline(assignment, reason="Trop tard.", by=member, at=MONDAY_MORNING + timedelta(days=1))
