import pytest

from apps.casework.access import notes_for
from apps.casework.write_note import write_note
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned, supervisor, taken_incident

pytestmark = pytest.mark.django_db


def test_a_note_is_kept_and_nothing_leaves() -> None:
    incident = taken_incident()
    before = Letter.objects.count()
    note = write_note(incident, body="À relire.", by=incident.handler, at=MONDAY_MORNING)
    assert note in notes_for(supervisor())
    assert Letter.objects.count() == before


def test_nobody_outside_the_insurer_can_reach_a_note() -> None:
    assignment = assigned()
    incident = assignment.incident
    write_note(incident, body="canari", by=incident.handler, at=MONDAY_MORNING)
    for outsider in (incident.practitioner.user, assignment.partner.members.get()):
        assert not notes_for(outsider).exists()
