"""What a suit owes besides its next act: a deposit, the service of a judgment (legal.md §18.1)."""

from collections.abc import Collection, Iterator
from datetime import date

from apps.legal.limitation import compute
from apps.legal.rules import rule
from apps.legal.windows import Window

from .models import InterruptingAct
from .reckoning import Reckoning

DEPOSIT, SERVICE = "CPC_DEPOSIT", "JUDGMENT_SERVICE"


def owed(
    acts: Collection[InterruptingAct], *, territory: str, today: date
) -> Iterator[tuple[InterruptingAct, Reckoning]]:
    """What is still owed for each act, and by when. It is settled once a second person has checked
    that it was done."""
    for act in acts:
        code, since = _owed_for(act, acts)
        if since:
            answer = compute(rule(code), Window.on_day(since), territory=territory)
            yield act, Reckoning(answer, answer.on(today), today)


def _owed_for(act: InterruptingAct, acts: Collection[InterruptingAct]) -> tuple[str, date | None]:
    if not act.is_regular:
        return "", None
    if act.deposit_due_on and (act.is_pending or not act.done.is_deposit_settled):
        return DEPOSIT, act.deposit_due_on
    is_present = act.in_presence and not act.is_pending
    if act.code == "JUGEMENT" and not is_present and not _was_served(act, acts):
        return SERVICE, act.done_on
    return "", None


def _was_served(judgment: InterruptingAct, acts: Collection[InterruptingAct]) -> bool:
    return any(
        act.code == "SIGNIFICATION"
        and act.proceeding_id == judgment.proceeding_id
        and act.done_on >= judgment.done_on
        and act.is_regular
        and not act.is_pending
        for act in acts
    )
