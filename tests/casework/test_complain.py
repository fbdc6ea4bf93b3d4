from datetime import UTC, date, datetime

import pytest

from apps.accounts.models import Role
from apps.casework.answer_complaint import answer_complaint
from apps.casework.complain import complain
from apps.casework.merge import merge
from apps.incidents.models import Merge
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    closed_incident,
    declared_incident,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db


def test_a_complaint_has_its_two_last_days_and_its_receipt_at_once() -> None:
    incident = taken_incident()
    complaint = complain(
        incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING
    )
    assert complaint.acknowledge_by == date(2026, 12, 4)
    assert complaint.answer_by == date(2027, 1, 23)
    receipt = Letter.objects.get(kind="complaint_received")
    assert receipt.recipient == incident.practitioner.user
    assert incident.events.filter(kind=Kind.COMPLAINT_SENT).count() == 1


def test_the_receipt_leaves_in_the_middle_of_the_night() -> None:
    night = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)  # past midnight in Paris: the Sunday
    complaint = complain(PractitionerFactory(), words="Rien ne bouge.", at=night)
    assert Letter.objects.get(kind="complaint_received").not_before == night
    assert complaint.answer_by == date(2027, 1, 29)


def test_those_who_may_answer_are_told_and_nobody_else() -> None:
    incident = taken_incident()
    seniors = {supervisor(), UserFactory(role=Role.LEGAL_LEAD)}
    supervisor(is_active=False)
    complain(incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING)
    told = Letter.objects.filter(kind="complaint_to_answer")
    assert {letter.recipient for letter in told} == seniors


def test_no_letter_nor_line_of_history_repeats_it() -> None:
    incident = taken_incident()
    supervisor()
    complain(incident.practitioner, words="motcanari", incident=incident, at=MONDAY_MORNING)
    data = [letter.data for letter in Letter.objects.all()]
    assert "motcanari" not in f"{data}{list(incident.events.values())}"


def test_sent_twice_it_is_one_complaint() -> None:
    practitioner = PractitionerFactory()
    first, second = (
        complain(practitioner, words="Trop lent.", at=MONDAY_MORNING) for _ in range(2)
    )
    assert first == second
    assert Letter.objects.filter(kind="complaint_received").count() == 1
    assert complain(practitioner, words="Et toujours.", at=MONDAY_MORNING) != first


def test_a_closed_file_may_be_complained_about_and_stays_closed() -> None:
    incident = closed_incident()
    complain(incident.practitioner, words="Trop vite.", incident=incident, at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert not incident.is_open


def test_a_complaint_about_a_file_that_was_merged_is_about_the_one_that_is_kept() -> None:
    kept = taken_incident()
    absorbed = declared_incident(kept.practitioner)
    before = complain(kept.practitioner, words="Trop lent.", incident=absorbed, at=MONDAY_MORNING)
    merge(absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING)
    after = complain(kept.practitioner, words="Confus.", incident=absorbed, at=MONDAY_MORNING)
    assert after.incident == kept
    answered = answer_complaint(before, answer="Voici.", by=supervisor(), at=MONDAY_MORNING)
    assert answered.incident == kept
