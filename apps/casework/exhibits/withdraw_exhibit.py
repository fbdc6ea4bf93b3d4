from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import RefusedOpenly


class NoLongerCurrent(RefusedOpenly):
    """It was replaced or withdrawn already."""

    def __init__(self) -> None:
        super().__init__("Cette pièce a déjà été remplacée ou retirée.")


@transaction.atomic
def withdraw_exhibit(
    exhibit: Exhibit, *, reason: Exhibit.Withdrawal, by: User, at: datetime
) -> None:
    """Set an exhibit aside: it keeps its number and its bytes, and proves nothing any more.

    What was already entrusted to a partner in a dossier is printed there and stays so. Raises
    `NoLongerCurrent`, `IllegalMove` when the file is closed.
    """
    incident = Incident.objects.locked_open(Incident.objects.get(exhibits=exhibit).pk)
    exhibit = incident.exhibits.get(pk=exhibit.pk)
    if not exhibit.is_current:
        raise NoLongerCurrent
    exhibit.withdrawn_at = at
    exhibit.save(update_fields=["withdrawn_at"])
    record(
        Kind.EXHIBIT_WITHDRAWN,
        incident=incident,
        actor=by,
        at=at,
        number=exhibit.number,
        withdrawal=reason.value,
    )
