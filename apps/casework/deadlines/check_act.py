from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.deadlines.clock import set_clocks
from apps.deadlines.models import ActCheck, InterruptingAct
from apps.incidents.models import Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.interruption import Doubt
from apps.mailbox.post import post
from apps.refusals import Refused

from .tell_dates import Before, tell_dates


class CannotCheck(Refused):
    """What keeps a second person from confirming an act."""


@transaction.atomic
def check_act(act: InterruptingAct, *, by: User, at: datetime) -> list[ActCheck]:
    """Confirm an act: a second person has read its date, its regularity and the document that
    proves it. Its clocks follow, for every content that it names.

    Confirmed twice, it is one check; an act of the past may be confirmed after its term has passed.
    Raises `CannotCheck`: by who recorded it, or by who is neither supervisor nor legal lead; while
    no exhibit proves it, a condition is not met, or a later date waits for its own confirmation;
    when it was changed meanwhile.
    """
    act.review.locked_incident()
    act.refresh_from_db()
    if act.closed_at:
        raise CannotCheck("Cet acte vient d’être modifié. Relisez-le avant de le confirmer.")
    rows = list(act.same_act.select_related("review__incident").order_by("pk"))
    for row in rows:
        _refuse(row, by)
    return [_check(row, by=by, at=at) for row in rows]


def _refuse(act: InterruptingAct, by: User) -> None:
    if not by.is_senior or by == act.recorded_by:
        raise CannotCheck(
            "Un acte est confirmé par une autre personne que celle qui l’a enregistré, responsable "
            "d’équipe ou responsable juridique."
        )
    if not act.is_regular:
        raise CannotCheck("Cet acte est noté irrégulier\u00a0: il ne change aucune date.")
    if not act.is_proved:
        raise CannotCheck("Joignez d’abord à l’acte la pièce qui le prouve.")
    if act.missing:
        words = "\u00a0; ".join(condition.label for condition in act.missing)
        raise CannotCheck(f"Il manque une condition\u00a0: {words}. Corrigez d’abord l’acte.")
    if _is_held(act.review):
        raise CannotCheck(
            "Une date plus tardive attend d’être confirmée sur ce contenu. Décidez d’elle d’abord."
        )


def _is_held(review: Review) -> bool:
    return review.deadlines.open().filter(doubt=Doubt.HELD).exists()


def _check(act: InterruptingAct, *, by: User, at: datetime) -> ActCheck:
    review = act.review
    if made := act.check_in_force:
        return made
    check = ActCheck.objects.create(act=act, checked_by=by, checked_at=at)
    about = {"review": review.number, "act": act.code, "done_on": act.done_on.isoformat()}
    record(Kind.ACT_CHECKED, incident=review.incident, actor=by, at=at, **about)
    before = Before(review)
    set_clocks(review, at=at, by=by, may_move_later=True)
    tell_dates(before, actor=by, at=at)
    if act.recorded_by.is_active:
        post(
            "act_checked",
            to=act.recorded_by,
            key=f"check-{check.pk}",
            at=at,
            incident=review.incident,
            review=review.number,
        )
    return check
