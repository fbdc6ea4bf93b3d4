from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.correspondence.request_information import Item, request_information
from apps.incidents.models import Incident

from .take import take_first


@transaction.atomic
def take_with_request(
    incident: Incident, *, items: Sequence[Item], due_on: date, by: User, at: datetime
) -> Incident:
    """Become the handler of a file that nobody has, and ask the practitioner for what it lacks.

    Raises `AlreadyTaken`, also when it is already theirs: nothing is asked twice.
    """
    incident = take_first(incident, by=by, at=at)
    request_information(incident, items=items, due_on=due_on, by=by, at=at)
    return incident
