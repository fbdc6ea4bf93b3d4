from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration


@transaction.atomic
def start_declaration(practitioner: Practitioner, *, by: User, at: datetime) -> Declaration:
    """Begin a draft: the practitioner's own, their delegate's, or a handler's on the telephone."""
    return Declaration.objects.create(
        practitioner=practitioner, prepared_by=by, started_at=at, saved_at=at
    )
