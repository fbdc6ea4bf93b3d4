import pytest

from apps.casework.declarations.delete_draft import delete_draft
from apps.casework.exhibits.attach import attach_to_declaration
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    declared_incident,
    png,
    started_declaration,
)

pytestmark = pytest.mark.django_db


def test_a_draft_goes_with_its_files() -> None:
    practitioner = PractitionerFactory()
    draft = started_declaration(practitioner)
    attach_to_declaration(
        draft, upload=png(), kind=Exhibit.Kind.CAPTURE, by=practitioner.user, at=MONDAY_MORNING
    )
    assert delete_draft(draft)
    assert not Declaration.objects.exists()
    assert not Exhibit.objects.exists()


def test_a_draft_deleted_twice_is_deleted_once() -> None:
    draft = started_declaration(PractitionerFactory())
    assert delete_draft(draft)
    assert not delete_draft(draft)


def test_what_was_sent_stays() -> None:
    incident = declared_incident(exhibits=1)
    assert not delete_draft(incident.declaration)
    assert Incident.objects.get().exhibits.count() == 1
