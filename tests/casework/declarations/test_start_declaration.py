import pytest

from apps.casework.declarations.start_declaration import start_declaration
from tests.factories import MONDAY_MORNING, PractitionerFactory, delegate_of

pytestmark = pytest.mark.django_db


def test_a_draft_remembers_who_writes_it_and_for_whom() -> None:
    surgeon = PractitionerFactory()
    julie = delegate_of(surgeon)
    draft = start_declaration(surgeon, by=julie, at=MONDAY_MORNING)
    assert draft.practitioner == surgeon
    assert draft.prepared_by == julie
    assert draft.started_at == draft.saved_at == MONDAY_MORNING
    assert draft.handed_at is None


def test_several_drafts_may_be_open_at_once() -> None:
    surgeon = PractitionerFactory()
    for _ in range(2):
        start_declaration(surgeon, by=surgeon.user, at=MONDAY_MORNING)
    assert surgeon.declarations.count() == 2
