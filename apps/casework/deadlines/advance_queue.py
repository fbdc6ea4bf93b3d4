from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.deadlines.urgency import misplaced, place_in_queue

BATCH = 1_000  # files: one short transaction each


def advance_queue(*, at: datetime) -> int:
    """Move the files whose last day has passed: behind the others, or to their next deadline.

    Returns how many. Done again, it does nothing: a night that was missed is caught up.
    """
    today, moved = localdate(at), 0
    while batch := list(misplaced(today=today).values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            place_in_queue(batch, today=today)
        moved += len(batch)
    return moved
