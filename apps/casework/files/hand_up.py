from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident

from .entrust import CannotEntrust
from .hand_over import hand_over
from .take import take_first


@transaction.atomic
def hand_up(incident: Incident, *, to: User, note: str, by: User, at: datetime) -> Incident:
    """Give a file that nobody has to somebody who answers for the team, because it presses.

    Who gives it takes it first: nobody else can take it meanwhile. Raises `AlreadyTaken`, also
    when it is already theirs, and `CannotEntrust`; then nothing changes.
    """
    if not to.is_senior:
        raise CannotEntrust(f"{to} n’est pas responsable. Choisissez un responsable.")
    incident = take_first(incident, by=by, at=at)
    return hand_over(incident, to=to, note=note, by=by, at=at)
