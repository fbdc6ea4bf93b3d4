from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.deadlines.clock import set_clocks
from apps.deadlines.models import ActCheck, InterruptingAct
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused

from .tell_dates import Before, tell_dates


class CannotUndoCheck(Refused):
    """The check is no longer in force, or the person may not undo it."""


@transaction.atomic
def undo_check(act: InterruptingAct, *, reason: str, by: User, at: datetime) -> list[ActCheck]:
    """Take back the confirmation of an act, with the reason: both rows are kept.

    The earlier dates drive again at once, and everybody who works with them is told: going back
    takes one senior person, going forward always takes two. Raises `CannotUndoCheck`.
    """
    act.review.locked_incident()
    if not by.is_senior:
        raise CannotUndoCheck(
            "La vérification d’un acte est reprise par un responsable d’équipe ou le responsable "
            "juridique."
        )
    act.refresh_from_db(fields=["closed_at"])
    if act.closed_at:
        raise CannotUndoCheck("Cet acte vient d’être modifié. Relisez-le.")
    rows = act.same_act.order_by("pk").prefetch_related("checks").select_related("review__incident")
    checks = [(row, check) for row in rows if (check := row.check_in_force)]
    if not checks:
        raise CannotUndoCheck("Cette vérification n’est plus en vigueur. Relisez l’acte.")
    for row, check in checks:
        _undo(row, check, reason=reason, by=by, at=at)
    return [check for _row, check in checks]


def _undo(act: InterruptingAct, check: ActCheck, *, reason: str, by: User, at: datetime) -> None:
    review = act.review
    check.closed_at, check.closed_by, check.reason = at, by, reason
    check.save(update_fields=["closed_at", "closed_by", "reason"])
    about = {"review": review.number, "act": act.code, "done_on": act.done_on.isoformat()}
    record(Kind.ACT_CHECK_UNDONE, incident=review.incident, actor=by, at=at, **about)
    before = Before(review)
    set_clocks(review, at=at, by=by)
    tell_dates(before, actor=by, at=at)
