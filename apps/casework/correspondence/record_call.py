from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import Call, CallBack
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused

from .close_call_back import close_call_back


class CannotRecordCall(Refused):
    """The call is still to come, or another one is noted in its place."""


@dataclass(frozen=True, kw_only=True)
class CallNote:
    """A telephone call as whoever made or took it notes it, and what should follow on which day.

    Two notes of one person, with one counterpart, from one moment on, speak of one call.
    """

    counterpart: Call.Counterpart
    direction: Call.Direction
    outcome: Call.Outcome
    started_at: datetime
    minutes: int | None = None
    words: str = ""
    next_step: str = ""
    next_on: date | None = None

    @property
    def has_reached_the_practitioner(self) -> bool:
        is_theirs = self.counterpart == Call.Counterpart.PRACTITIONER
        return is_theirs and self.outcome == Call.Outcome.REACHED


@transaction.atomic
def record_call(incident: Incident, note: CallNote, *, by: User, at: datetime) -> Call:
    """Note a telephone call about a file, and what should follow on which day.

    Nothing is posted: what was said stays with the insurer, and the practitioner's history says no
    more than that they were called. Talking to a practitioner who waits to be called back settles
    that request, whichever file it was made from. Noted twice, it is one call; noted on a file that
    was merged, it stands in the one that has absorbed it. Raises `CannotRecordCall`.
    """
    if note.started_at > at:
        raise CannotRecordCall("Cet appel n’a pas encore commencé\u00a0: vérifiez l’heure.")
    waiting = _waiting(incident) if note.has_reached_the_practitioner else None
    incident = Incident.objects.locked(incident.followed().pk)
    same = incident.calls.filter(
        caller=by, counterpart=note.counterpart, started_at=note.started_at
    )
    if noted := same.first():
        _check_same(noted, note)
        return noted
    call = Call.objects.create(
        incident=incident, caller=by, **vars(note), call_back=waiting, recorded_at=at
    )
    kind = _kind(call) if note.has_reached_the_practitioner else Kind.CALL_RECORDED
    record(kind, incident=incident, actor=by, at=at, call=call.pk, call_outcome=note.outcome)
    if waiting:
        close_call_back(waiting, by=by, at=at)
    return call


def _waiting(incident: Incident) -> CallBack | None:
    """Locked before the file, as `close_call_back` does: two people never wait for each other."""
    open_ones = CallBack.objects.select_for_update().filter(closed_at=None)
    return open_ones.filter(practitioner=incident.practitioner_id).first()


def _check_same(call: Call, note: CallNote) -> None:
    if any(getattr(call, name) != value for name, value in vars(note).items()):
        raise CannotRecordCall(
            "Vous avez déjà noté un appel commencé à cette heure. Corrigez l’heure de celui-ci."
        )


def _kind(call: Call) -> Kind:
    """How the practitioner's history says it, once: a request to be called has its own line."""
    if call.call_back and call.call_back.incident_id == call.incident_id:
        return Kind.CALL_RECORDED
    if call.direction == Call.Direction.INCOMING:
        return Kind.CALL_RECEIVED
    return Kind.CALL_ANSWERED
