from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.correspondence.write_note import write_note
from apps.incidents.models import Incident

from .entrust import CannotEntrust, entrust


@transaction.atomic
def hand_over(incident: Incident, *, to: User, note: str, by: User, at: datetime) -> Incident:
    """Give a file to a colleague with what they must know, as an internal note.

    Raises `CannotEntrust` when it is theirs already, or they cannot follow it, or nothing is said.
    """
    incident = Incident.objects.locked_open(incident.pk)
    if incident.handler == to:
        raise CannotEntrust(f"{to} suit déjà ce dossier.")
    if not note.strip():
        raise CannotEntrust("Écrivez ce que votre collègue doit savoir.")
    write_note(incident, body=note, by=by, at=at)
    return entrust(incident, to=to, by=by, at=at)
