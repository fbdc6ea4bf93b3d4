from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.db import transaction

from apps.accounts.models import User
from apps.bell import ring_on_commit
from apps.correspondence.models import Note, NoteFile
from apps.exhibits.models import Scan
from apps.exhibits.seal import Examined, examine, store
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


def write_note(
    incident: Incident, *, body: str, by: User, at: datetime, uploads: Sequence[File] = ()
) -> Note:
    """Write an internal note, with files. It has no recipient, by construction: nothing is posted.

    The files are no exhibits: they get no number and no partner is ever given one. Raises
    `RefusedFile`, and then nothing is kept.
    """
    examined = [(examine(upload), upload) for upload in uploads]
    with transaction.atomic():
        incident = Incident.objects.locked(incident.pk)
        note = Note.objects.create(incident=incident, author=by, body=body, written_at=at)
        NoteFile.objects.bulk_create(_kept(note, what, upload) for what, upload in examined)
        record(Kind.NOTE_WRITTEN, incident=incident, actor=by, at=at, note=note.pk)
    if examined and settings.CLAMD_URL:
        ring_on_commit("scan_exhibits")
    return note


def _kept(note: Note, examined: Examined, upload: File) -> NoteFile:
    return NoteFile(
        note=note,
        name=examined.name,
        media_type=examined.media_type,
        size=examined.size,
        sha256=examined.sha256,
        original=store(examined, upload),
        scan=Scan.on_arrival(),
    )
