from datetime import timedelta

import pytest

from apps.casework.declarations.confirm_declaration import confirm_declaration
from apps.casework.declarations.declare import Circumstances, declare
from apps.casework.declarations.start_declaration import start_declaration
from apps.incidents.circumstances import PracticeMode, Source
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, PractitionerFactory, declared_review, handler

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    """A file that a handler has opened on the telephone."""
    sofia, surgeon = handler(), PractitionerFactory()
    return declare(
        start_declaration(surgeon, by=sofia, at=MONDAY_MORNING),
        circumstances=Circumstances(practice_mode=PracticeMode.LIBERAL),
        reviews=[declared_review()],
        by=sofia,
        at=MONDAY_MORNING,
    )


def test_the_clocks_of_a_file_opened_by_telephone_wait_for_nobody(incident: Incident) -> None:
    assert incident.source == Source.PHONE
    assert incident.confirmed_at is None
    assert incident.deadlines.open().count() == 1
    assert incident.events.filter(kind=Kind.INCIDENT_PHONED).exists()


def test_the_practitioner_is_asked_to_confirm_in_place_of_the_usual_letter(
    incident: Incident,
) -> None:
    letter = Letter.objects.get(recipient=incident.practitioner.user)
    assert letter.kind == "declaration_to_confirm"


def test_the_first_confirmation_counts(incident: Incident) -> None:
    surgeon = incident.practitioner.user
    confirm_declaration(incident, by=surgeon, at=MONDAY_MORNING)
    later = MONDAY_MORNING + timedelta(days=1)
    assert confirm_declaration(incident, by=surgeon, at=later).confirmed_at == MONDAY_MORNING
    assert incident.events.filter(kind=Kind.INCIDENT_CONFIRMED).count() == 1
