from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.casework.letters.quiet_hours import next_office_moment
from apps.casework.letters.recipients import supervisors, with_substitutes
from apps.deadlines.models import Deadline
from apps.mailbox.models import Letter
from apps.mailbox.post import post

from .prescription import Board


@transaction.atomic
def weekly_board(*, at: datetime) -> int:
    """Post the figures of the prescription board to each supervisor (E39). Returns how many.

    Once per ISO week and person, at the first office moment of the week: on Monday at 8:00 in
    Paris, later if that Monday is a holiday or if nothing ran.
    """
    if next_office_moment(at) != at:
        return 0
    today = localdate(at)
    people = with_substitutes(supervisors(), today=today)
    untold = {f"weekly-board-{today:%G-W%V}-user-{person.pk}": person for person in people}
    for key in Letter.objects.filter(key__in=untold).values_list("key", flat=True):
        del untold[key]
    if not untold:
        return 0
    figures = asdict(Board(Deadline.objects.all(), today=today).figures())
    for key, person in untold.items():
        post("weekly_board", to=person, key=key, at=at, **figures)
    return len(untold)
