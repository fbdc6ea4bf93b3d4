from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.remedies.models import PlaybookStep

from .skip_step import as_it_stands


@transaction.atomic
def redo_step(step: PlaybookStep, *, by: User, at: datetime) -> PlaybookStep:
    """Put back on the ladder, with its day, a step ticked or set aside by mistake.

    What was said is closed and kept. Sent twice, it is once. Raises `IllegalMove` when the file is
    closed.
    """
    incident = Incident.objects.locked_open(step.review.incident_id)
    step = as_it_stands(step)
    if step.closed_at or not step.settled_at:
        return step
    step.closed_at = at
    step.save(update_fields=["closed_at"])
    again = PlaybookStep.objects.create(
        review=step.review, code=step.code, due_on=step.due_on, opened_at=at
    )
    record(
        Kind.STEP_PUT_BACK,
        incident=incident,
        actor=by,
        at=at,
        review=step.review.number,
        step=step.code,
    )
    return again
