from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.remedies.models import PlaybookStep

from .skip_step import as_it_stands, check_to_do


@transaction.atomic
def do_step(step: PlaybookStep, *, by: User, at: datetime) -> PlaybookStep:
    """Tick by hand a step of the playbook, one that nothing in the file shows to be done.

    Ticked twice by the same person, it is once. Raises `StepRefused` when it is no longer to do,
    `IllegalMove` when the file is closed.
    """
    incident = step.review.locked_incident()
    step = as_it_stands(step)
    if (step.state, step.settled_by) == (PlaybookStep.State.DONE, by):
        return step
    check_to_do(step)
    step.settle(PlaybookStep.State.DONE, by=by, at=at)
    record(
        Kind.STEP_DONE,
        incident=incident,
        actor=by,
        at=at,
        review=step.review.number,
        step=step.code,
    )
    return step
