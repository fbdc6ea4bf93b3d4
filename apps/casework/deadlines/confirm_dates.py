from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.deadlines.clock import set_clocks
from apps.incidents.models import Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.interruption import Doubt
from apps.refusals import Refused

from .tell_dates import Before, tell_dates


class CannotConfirm(Refused):
    """What keeps a second person from letting a date move later."""


@transaction.atomic
def confirm_dates(review: Review, *, by: User, at: datetime) -> None:
    """Let the dates of a content move later, as somebody else has asked by a correction.

    To refuse, one corrects the fact back: the earlier date never stopped driving. Raises
    `CannotConfirm` by the person who asked, by who is neither supervisor nor legal lead, or when
    nothing waits any more.
    """
    incident = review.locked_incident()
    held = list(review.deadlines.open().filter(doubt=Doubt.HELD))
    if not held:
        raise CannotConfirm("Aucune date plus tardive n’attend d’être confirmée sur ce contenu.")
    if not by.is_senior or any(row.held_for_id == by.pk for row in held):
        raise CannotConfirm(
            "Une date plus tardive est confirmée par une autre personne que celle qui l’a "
            "demandée, responsable d’équipe ou responsable juridique."
        )
    record(Kind.DATES_CONFIRMED, incident=incident, actor=by, at=at, review=review.number)
    before = Before(review)
    set_clocks(review, at=at, by=by, may_move_later=True)
    tell_dates(before, actor=by, at=at)
