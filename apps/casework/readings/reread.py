from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.incidents.models import Incident, Rereading
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused

from .sample import sample_of


class CannotReread(Refused):
    """This file is not to be reread so."""


@transaction.atomic
def reread(
    incident: Incident, *, result: Rereading.Result, words: str, by: User, at: datetime
) -> Rereading:
    """Keep what the second look at a closed file of the sample found; the first one stands.

    Raises `CannotReread` outside the sample, by the file's own handler, or without the words that
    say what to review.
    """
    incident = Incident.objects.locked(incident.pk)
    if done := Rereading.objects.filter(incident=incident).first():
        return done
    if incident.closed_at is None or not (
        sample_of(localdate(incident.closed_at)).files.filter(pk=incident.pk).exists()
    ):
        raise CannotReread(f"Le dossier {incident.reference} n’est pas dans l’échantillon.")
    if incident.handler == by:
        raise CannotReread("Vous avez suivi ce dossier\u00a0: une autre personne doit le relire.")
    if result == Rereading.Result.TO_REVIEW and not words.strip():
        raise CannotReread("Dites ce qui est à revoir.")
    rereading = Rereading.objects.create(
        incident=incident, result=result, words=words, by=by, at=at
    )
    record(Kind.INCIDENT_REREAD, incident=incident, actor=by, at=at)
    return rereading
