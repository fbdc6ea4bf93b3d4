from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import Absence, User
from apps.casework.search.queue_facts import possible_handlers
from apps.incidents.models import Incident
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused

from .take import tell_practitioner


class CannotEntrust(Refused):
    """This person cannot be given this file now."""


@transaction.atomic
def entrust(incident: Incident, *, to: User, by: User, at: datetime, batch: str = "") -> Incident:
    """Make somebody the handler of an open file, and tell them (E38).

    Within a `batch`, which names the action that gives several files, the letter is left to that
    action: one a person. The practitioner hears of the first handler only. Raises `CannotEntrust`.
    """
    incident = Incident.objects.locked_open(incident.pk)
    if incident.handler == to:
        return incident
    check_present(to, at=at)
    is_first = incident.handler_id is None
    if incident.status == Status.RECEIVED:
        incident.move_to(Status.UNDER_REVIEW, waiting_on=WaitingOn.HANDLER)
    incident.handler = to
    incident.save(update_fields=["status", "waiting_on", "handler"])
    event = record(Kind.INCIDENT_ENTRUSTED, incident=incident, actor=by, at=at, user=to.pk)
    if is_first:
        tell_practitioner(incident, at=at)
    if to != by and not batch:
        tell_handler(to, [incident], key=f"event-{event.pk}-entrusted", at=at)
    return incident


def check_present(person: User, *, at: datetime) -> None:
    """Nobody is given a file who cannot follow it: raises `CannotEntrust`."""
    if not possible_handlers().filter(pk=person.pk).exists():
        raise CannotEntrust(f"{person} ne peut pas suivre de dossier.")
    if Absence.objects.on(localdate(at)).filter(user=person).exists():
        raise CannotEntrust(f"{person} est absent aujourd’hui.")


def tell_handler(to: User, incidents: list[Incident], *, key: str, at: datetime) -> None:
    """One letter, however many files."""
    files = [incident.reference for incident in incidents]
    post("file_entrusted", to=to, key=key, at=at, files=files)
