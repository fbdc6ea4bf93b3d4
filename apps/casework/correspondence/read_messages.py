from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import Message
from apps.incidents.models import Incident


@transaction.atomic
def read_messages(incident: Incident, *, by: User, at: datetime) -> int:
    """Keep the moment when the other side's messages were first read: « vu le ».

    The insurer's people are one side, the practitioner is the other. Returns how many were new.
    """
    Incident.objects.locked_anyway(incident.pk)
    unread = Message.objects.filter(incident=incident, read_at=None)
    practitioner = incident.practitioner.user
    theirs = unread.filter(author=practitioner) if by.is_insurer else unread.exclude(author=by)
    return theirs.update(read_at=at)
