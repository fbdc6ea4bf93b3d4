from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.recipients import followers
from apps.correspondence.models import Message
from apps.correspondence.variables import check_filled
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@transaction.atomic
def write_message(incident: Incident, *, body: str, by: User, at: datetime) -> Message:
    """Write to the other side: the practitioner to the insurer, or the insurer to them.

    The letter that leaves says that a message waits; it never quotes it. Raises
    `UnfilledVariable` when a variable of a saved answer is left in what the insurer writes. What
    is written to a file that was merged goes to the one that has absorbed it.
    """
    incident = Incident.objects.locked(incident.followed().pk)
    practitioner = incident.practitioner.user
    if by != practitioner:
        check_filled(body)
    message = Message.objects.create(incident=incident, author=by, body=body, written_at=at)
    record(Kind.MESSAGE_WRITTEN, incident=incident, actor=by, at=at, message=message.pk)
    if by == practitioner and incident.is_open:
        incident.waiting_on = WaitingOn.HANDLER
        incident.save(update_fields=["waiting_on"])
    theirs = followers(incident, today=localdate(at)) if by == practitioner else [practitioner]
    for person in theirs:
        key = f"message-{message.pk}-user-{person.pk}"
        post("new_message", to=person, key=key, at=at, incident=incident)
    return message
