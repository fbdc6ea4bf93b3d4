from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import Note
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def write_note(incident: Incident, *, body: str, by: User, at: datetime) -> Note:
    """Write an internal note. It has no recipient, by construction: nothing is posted."""
    incident = Incident.objects.locked(incident.pk)
    note = Note.objects.create(incident=incident, author=by, body=body, written_at=at)
    record(Kind.NOTE_WRITTEN, incident=incident, actor=by, at=at, note=note.pk)
    return note
