from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import Event, record
from apps.mailbox.post import post
from apps.refusals import Refused


class AlreadyTaken(Refused):
    """A colleague was quicker. The sentence says who."""


@transaction.atomic
def take(incident: Incident, *, by: User, at: datetime) -> Incident:
    """Become the handler of a file that nobody has. Raises `AlreadyTaken`."""
    incident = Incident.objects.locked(incident.pk)
    if incident.handler == by:
        return incident
    if incident.handler:
        raise AlreadyTaken(why_taken(incident, by=by))
    incident.move_to(Status.UNDER_REVIEW, waiting_on=WaitingOn.HANDLER)
    incident.handler = by
    incident.save(update_fields=["status", "waiting_on", "handler"])
    record(Kind.INCIDENT_TAKEN, incident=incident, actor=by, at=at)
    tell_practitioner(incident, at=at)
    return incident


@transaction.atomic
def take_first(incident: Incident, *, by: User, at: datetime) -> Incident:
    """The same, for who goes on to something that must happen once: what they have already is
    refused too. Raises `AlreadyTaken`."""
    incident = Incident.objects.locked(incident.pk)
    if incident.handler:
        raise AlreadyTaken(why_taken(incident, by=by))
    return take(incident, by=by, at=at)


def tell_practitioner(incident: Incident, *, at: datetime) -> None:
    """Who follows the file from now on. Of the first handler only."""
    post(
        "incident_taken",
        to=incident.practitioner.user,
        key=f"incident-{incident.pk}-taken",
        at=at,
        incident=incident,
    )


def why_taken(incident: Incident, *, by: User) -> str:
    """Who has this file, as a sentence for `by`."""
    if incident.handler == by:
        return "Vous suivez déjà ce dossier. Continuez depuis sa page."
    return f"Ce dossier vient d’être pris par {incident.handler}{_when(incident)}."


def _when(incident: Incident) -> str:
    """« (08:41) », in Paris; nothing when the file was entrusted, not taken."""
    events = Event.objects.filter(incident=incident, kind=Kind.INCIDENT_TAKEN)
    taken = events.order_by("-pk").first()
    return f" ({localtime(taken.at):%H:%M})" if taken else ""
