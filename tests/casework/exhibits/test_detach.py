import pytest

from apps.casework.exhibits.attach import attach_to_declaration
from apps.casework.exhibits.detach import detach
from apps.exhibits.models import Exhibit
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    declared_incident,
    png,
    started_declaration,
)

pytestmark = pytest.mark.django_db


def test_a_file_is_taken_back_from_a_draft() -> None:
    practitioner = PractitionerFactory()
    declaration = started_declaration(practitioner)
    exhibit = attach_to_declaration(
        declaration,
        upload=png(),
        kind=Exhibit.Kind.CAPTURE,
        by=practitioner.user,
        at=MONDAY_MORNING,
    )
    detach(exhibit)
    assert not declaration.exhibits.exists()


def test_what_was_sent_is_never_erased() -> None:
    incident = declared_incident(exhibits=1)
    detach(incident.exhibits.get())
    assert incident.exhibits.count() == 1
