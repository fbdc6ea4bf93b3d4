from collections.abc import Mapping
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


@transaction.atomic
def record_call(
    incident: Incident,
    *,
    counterpart: Call.Counterpart,
    direction: Call.Direction,
    outcome: Call.Outcome,
    started_at: datetime,
    by: User,
    at: datetime,
    minutes: int | None = None,
    words: str = "",
    next_step: str = "",
    next_on: date | None = None,
) -> Call:
    """Note a telephone call about a file, and what should follow on which day.

    Nothing is posted: what was said stays with the insurer, and the practitioner's history says no
    more than that they were called. Talking to a practitioner who waits to be called back settles
    that request, whichever file it was made from. Noted twice, it is one call; noted on a file that
    was merged, it stands in the one that has absorbed it. Raises `CannotRecordCall`.
    """
    if started_at > at:
        raise CannotRecordCall("Cet appel n’a pas encore commencé\u00a0: vérifiez l’heure.")
    is_with_practitioner = counterpart == Call.Counterpart.PRACTITIONER
    has_reached_them = is_with_practitioner and outcome == Call.Outcome.REACHED
    waiting = _waiting(incident) if has_reached_them else None
    incident = Incident.objects.locked(incident.followed().pk)
    what_was_said = {
        "direction": direction,
        "outcome": outcome,
        "minutes": minutes,
        "words": words,
        "next_step": next_step,
        "next_on": next_on,
    }
    which = {"caller": by, "counterpart": counterpart, "started_at": started_at}
    if noted := incident.calls.filter(**which).first():
        _check_same(noted, what_was_said)
        return noted
    call = Call.objects.create(
        incident=incident, **which, **what_was_said, call_back=waiting, recorded_at=at
    )
    kind = _kind(call) if has_reached_them else Kind.CALL_RECORDED
    record(kind, incident=incident, actor=by, at=at, call=call.pk, call_outcome=outcome)
    if waiting:
        close_call_back(waiting, by=by, at=at)
    return call


def _waiting(incident: Incident) -> CallBack | None:
    """Locked before the file, as `close_call_back` does: two people never wait for each other."""
    open_ones = CallBack.objects.select_for_update().filter(closed_at=None)
    return open_ones.filter(practitioner=incident.practitioner_id).first()


def _check_same(call: Call, what_was_said: Mapping[str, object]) -> None:
    if any(getattr(call, name) != value for name, value in what_was_said.items()):
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
