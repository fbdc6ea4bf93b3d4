"""Reading is recorded too: who opened a file, a mission, an exhibit or a dossier, and when."""

from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def consult(incident: Incident, *, kind: Kind, by: User, at: datetime, **about: object) -> None:
    """Record that this person has just read something of the file."""
    incident = Incident.objects.locked_anyway(incident.pk)
    record(kind, incident=incident, actor=by, at=at, **about)
