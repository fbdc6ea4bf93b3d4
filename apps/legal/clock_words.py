"""The state of a term on a day, in the words of every screen, letter and document."""

from datetime import date

from .act_steps import still_possible
from .interruption import Doubt

LAST_DAY = "dernier jour légal\u00a0: aujourd’hui"
OVER = "délai dépassé"
UNKNOWN = "date inconnue"
PERHAPS_OVER = "peut-être dépassé\u00a0: à vérifier par l’avocat"
SUSPENDED = "suspendu sous condition\u00a0: consignation attendue"
# Once the earliest day has passed, these leave a later one, and that day is told.
OPEN_UNTIL = {"", Doubt.LATEST_DAY, Doubt.OTHER_PASSAGES, Doubt.PENDING_ACT, Doubt.HELD}


def clock_words(
    *,
    act_by: date | None,
    legal_last_day: date | None,
    possible_until: date | None,
    doubt: str,
    today: date,
) -> str:
    """Return what must be said beside the date; empty when there is nothing to add to it.

    `legal_last_day` is that of the reading which drives, `possible_until` the last day that another
    reading may leave (`None`: no end is known). Never « dépassé » while one may.
    """
    if possible_until is not None and possible_until < today:
        return OVER
    if act_by is None or legal_last_day is None:
        return UNKNOWN
    if doubt == Doubt.DEPOSIT:
        return Doubt.DEPOSIT.label if legal_last_day >= today else SUSPENDED
    if legal_last_day == today:
        return LAST_DAY
    has_passed = legal_last_day < today or doubt in {Doubt.LATEST_DAY, Doubt.OTHER_PASSAGES}
    if has_passed and possible_until and doubt in OPEN_UNTIL:
        return still_possible(possible_until)
    if has_passed and not doubt:
        return PERHAPS_OVER
    return Doubt[doubt].label if doubt else ""
