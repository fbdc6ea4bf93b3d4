from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.correspondence.write_message import write_message
from apps.incidents.models import Incident

from .take import take_first


@transaction.atomic
def take_with_message(incident: Incident, *, body: str, by: User, at: datetime) -> Incident:
    """Become the handler of a file that nobody has, with a first message to the practitioner.

    Raises `AlreadyTaken`, also when it is already theirs: nothing leaves twice. Raises
    `UnfilledVariable`; then the file is not taken either.
    """
    incident = take_first(incident, by=by, at=at)
    write_message(incident, body=body, by=by, at=at)
    return incident
