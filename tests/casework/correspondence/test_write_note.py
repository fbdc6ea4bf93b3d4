from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.casework.access import note_files_for, notes_for
from apps.casework.correspondence.write_note import write_note
from apps.casework.exhibits.verify_store import verify_store
from apps.correspondence.models import Note
from apps.exhibits.models import Exhibit
from apps.exhibits.seal import RefusedFile
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned, png, supervisor, taken_incident

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


def test_its_files_stay_with_it_and_are_no_exhibits() -> None:
    assignment = assigned()
    incident = assignment.incident
    exhibits = Exhibit.objects.count()
    files = [png("plan.png"), png("accord.png", size=(80, 50))]
    note = write_note(incident, body="Voir.", uploads=files, by=incident.handler, at=MONDAY_MORNING)
    assert [file.name for file in note.files.all()] == ["plan.png", "accord.png"]
    assert Exhibit.objects.count() == exhibits
    assert note_files_for(supervisor()).count() == 2
    for outsider in (incident.practitioner.user, assignment.partner.members.get()):
        assert not note_files_for(outsider).exists()


def test_a_file_that_cannot_be_kept_leaves_no_note() -> None:
    incident = taken_incident()
    page = SimpleUploadedFile("page.html", b"<!DOCTYPE html><p>Bonjour")
    with pytest.raises(RefusedFile, match="page web"):
        write_note(
            incident, body="Voir.", uploads=[png(), page], by=incident.handler, at=MONDAY_MORNING
        )
    assert not Note.objects.exists()


def test_its_files_are_read_again_with_the_store() -> None:
    incident = taken_incident()
    note = write_note(
        incident, body="Voir.", uploads=[png()], by=incident.handler, at=MONDAY_MORNING
    )
    file = note.files.get()
    stored = Path(settings.VAR_DIR) / "files" / file.original.name
    stored.chmod(0o644)
    stored.write_bytes(b"changed")
    assert [difference.row for difference in verify_store()] == [f"notefile {file.pk}"]
