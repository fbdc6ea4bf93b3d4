from datetime import timedelta

import pytest

from apps.accounts.models import Role
from apps.casework.correspondence.answer_complaint import CannotAnswer, answer_complaint
from apps.casework.correspondence.complain import complain
from apps.correspondence.models import Complaint
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(days=3)


@pytest.fixture
def complaint() -> Complaint:
    incident = taken_incident()
    return complain(incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING)


def test_the_answer_is_kept_and_a_letter_says_that_it_waits(complaint: Complaint) -> None:
    lead = UserFactory(role=Role.LEGAL_LEAD)
    answered = answer_complaint(complaint, answer="motcanari", by=lead, at=LATER)
    assert (answered.answer, answered.answered_by, answered.answered_at) == (
        "motcanari",
        lead,
        LATER,
    )
    letter = Letter.objects.get(kind="complaint_answered")
    assert letter.recipient == complaint.practitioner.user
    assert "motcanari" not in str(letter.data)
    assert complaint.incident.events.filter(kind=Kind.COMPLAINT_ANSWERED).count() == 1


def test_a_complaint_about_no_file_is_answered_too() -> None:
    alone = complain(PractitionerFactory(), words="Trop lent.", at=MONDAY_MORNING)
    assert answer_complaint(alone, answer="Voici.", by=supervisor(), at=LATER).answered_at == LATER


def test_a_handler_does_not_answer(complaint: Complaint) -> None:
    with pytest.raises(CannotAnswer, match="responsable"):
        answer_complaint(complaint, answer="Voici.", by=handler(), at=LATER)
    complaint.refresh_from_db()
    assert complaint.is_open


def test_the_first_answer_is_kept(complaint: Complaint) -> None:
    answer_complaint(complaint, answer="Voici.", by=supervisor(name="Paula Roy"), at=LATER)
    with pytest.raises(CannotAnswer, match="Paula Roy a déjà répondu"):
        answer_complaint(complaint, answer="Autre.", by=supervisor(), at=LATER)
    complaint.refresh_from_db()
    assert complaint.answer == "Voici."


def test_sent_twice_it_is_one_answer(complaint: Complaint) -> None:
    paula = supervisor()
    for _ in range(2):
        answer_complaint(complaint, answer="Voici.", by=paula, at=LATER)
    assert Letter.objects.filter(kind="complaint_answered").count() == 1
