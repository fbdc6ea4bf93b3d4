import pytest

from apps.casework.declarations.delete_draft import delete_draft
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident
from tests.factories import (
    PractitionerFactory,
    captured,
    declared_incident,
    started_declaration,
)

pytestmark = pytest.mark.django_db


def test_a_draft_goes_with_its_files() -> None:
    draft = started_declaration(PractitionerFactory())
    captured(draft)
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
