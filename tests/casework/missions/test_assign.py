from datetime import date

import pytest

from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.access import assignments_for, exhibits_for
from apps.casework.missions.assign import NotAllowed, assign
from apps.casework.missions.request_lawyer import request_lawyer
from apps.directory.models import Partner
from apps.incidents.status import IllegalMove, Status, WaitingOn
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    ContractFactory,
    PartnerFactory,
    PractitionerFactory,
    assigned,
    attached,
    declared_incident,
    handler,
    png,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TODAY = MONDAY_MORNING.date()


def propose(incident, kind: Partner.Kind, partner: Partner | None = None) -> Assignment:
    return assign(
        incident,
        partner=partner or PartnerFactory(kind=kind),
        instructions="Faire le nécessaire.",
        reply_by=TODAY,
        visible_until=date(2027, 3, 1),
        reviews=incident.reviews.all(),
        exhibits=incident.exhibits.all(),
        by=incident.handler or handler(),
        at=MONDAY_MORNING,
    )


def test_a_mission_puts_the_file_in_the_partner_s_hands() -> None:
    incident = taken_incident()
    propose(incident, Partner.Kind.BAILIFF)
    incident.refresh_from_db()
    assert (incident.status, incident.waiting_on) == (Status.IN_ACTION, WaitingOn.PARTNER)


def test_every_member_of_the_office_is_told_once() -> None:
    assignment = assigned()
    letters = Letter.objects.filter(kind="assignment_proposed")
    assert [letter.recipient for letter in letters] == list(assignment.partner.members.all())


def test_no_lawyer_without_the_practitioner_s_written_request() -> None:
    incident = taken_incident()
    with pytest.raises(NotAllowed, match=r"L\. 127-3"):
        propose(incident, Partner.Kind.LAWYER)
    incident.refresh_from_db()
    assert incident.status == Status.UNDER_REVIEW
    assert not Assignment.objects.exists()


def test_a_lawyer_may_be_proposed_after_the_written_request() -> None:
    assert assigned(Partner.Kind.LAWYER).state == Assignment.State.PROPOSED


def test_who_has_named_their_own_lawyer_is_given_that_one_and_no_other() -> None:
    incident = taken_incident()
    request_lawyer(
        incident,
        choice=LawyerRequest.Choice.OWN,
        lawyer_name="Me Durand",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    with pytest.raises(NotAllowed, match=r"L\. 127-3"):
        propose(incident, Partner.Kind.LAWYER)
    own = PartnerFactory(kind=Partner.Kind.LAWYER, name="Me Durand")
    assert propose(incident, Partner.Kind.LAWYER, own).partner == own


def test_a_technical_provider_needs_the_option_in_the_contract() -> None:
    practitioner = PractitionerFactory(contract=None)
    ContractFactory(practitioner=practitioner, has_ereputation_assistance=False)
    with pytest.raises(NotAllowed, match="assistance e-réputation"):
        propose(taken_incident(practitioner=practitioner), Partner.Kind.TECHNICAL)
    assert assigned(Partner.Kind.TECHNICAL).kind == Partner.Kind.TECHNICAL


def test_one_open_mission_of_a_kind_at_a_time() -> None:
    assignment = assigned()
    with pytest.raises(NotAllowed, match="déjà ouverte"):
        propose(assignment.incident, Partner.Kind.BAILIFF)


def test_a_file_that_nobody_has_taken_is_entrusted_to_nobody() -> None:
    with pytest.raises(IllegalMove):
        propose(declared_incident(), Partner.Kind.BAILIFF)


def test_what_is_added_to_the_file_later_is_not_entrusted() -> None:
    assignment = assigned()
    later = attached(assignment.incident, upload=png(size=(99, 40)))
    member = assignment.partner.members.get()
    assert later not in exhibits_for(member, today=TODAY)
    assert exhibits_for(member, today=TODAY).count() == 1


def test_a_partner_sees_a_mission_until_its_last_day_and_no_longer() -> None:
    assignment = assigned()
    member = assignment.partner.members.get()
    assert assignment in assignments_for(member, today=date(2027, 3, 1))
    assert assignment not in assignments_for(member, today=date(2027, 3, 2))


def test_another_office_sees_nothing() -> None:
    assigned()
    stranger = PartnerFactory().members.get()
    assert not assignments_for(stranger, today=TODAY).exists()
    assert not exhibits_for(stranger, today=TODAY).exists()
