import pytest

from apps.casework.exhibits.detach import detach
from tests.factories import (
    PractitionerFactory,
    captured,
    declared_incident,
    started_declaration,
)

pytestmark = pytest.mark.django_db


def test_a_file_is_taken_back_from_a_draft() -> None:
    declaration = started_declaration(PractitionerFactory())
    detach(captured(declaration))
    assert not declaration.exhibits.exists()


def test_what_was_sent_is_never_erased() -> None:
    incident = declared_incident(exhibits=1)
    detach(incident.exhibits.get())
    assert incident.exhibits.count() == 1
