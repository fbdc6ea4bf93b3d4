from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.refusals import Refused

from .reopen import check_closed, open_again


class TooLateToUndo(Refused):
    """The day in which a closing may be taken back is over."""


@transaction.atomic
def undo_close(incident: Incident, *, by: User, at: datetime) -> Incident:
    """Take a closing back within a day, without having to say why.

    The clocks run again as new rows on the same dates. Missions stay ended: their partners have
    been told. Raises `TooLateToUndo`, after which the file is reopened with a reason, and
    `IllegalMove` when it is open.
    """
    incident = Incident.objects.locked(incident.pk)
    closing = check_closed(incident)
    if closing is None or at > closing.undone_until:
        raise TooLateToUndo(
            "Une clôture s’annule pendant 24 heures. Rouvrez le dossier en disant pourquoi."
        )
    open_again(incident, closing, kind=Kind.CLOSING_UNDONE, reason="", by=by, at=at)
    return incident
