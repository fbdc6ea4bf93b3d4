from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.quiet_hours import working_days_before
from apps.casework.letters.recipients import with_substitutes
from apps.deadlines.models import InterruptingAct
from apps.mailbox.post import post

from .escalate import LADDER


@transaction.atomic
def remind_checks(*, at: datetime) -> int:
    """Tell those above of the acts that nobody has checked, as of a rung that nobody acknowledged:
    after a working day the supervisors, after two the legal lead. Returns how many letters.

    Each step up is told once per act and person, however often this runs.
    """
    posted = 0
    for step, (working_days, role) in enumerate(LADDER, start=1):
        late = (
            InterruptingAct.objects.pending()
            .one_each()
            .filter(
                reminded__lt=step,
                recorded_at__lte=working_days_before(at, working_days),
                review__incident__closed_at=None,
            )
        )
        active = User.objects.filter(role=role, is_active=True)
        seniors = with_substitutes(active, today=localdate(at))
        if not seniors:  # the step waits for somebody who will hold the role
            continue
        for act in late.select_related("review__incident"):
            posted += _tell(act, seniors, step=step, at=at)
            act.reminded = step
            act.save(update_fields=["reminded"])
    return posted


def _tell(act: InterruptingAct, seniors: list[User], *, step: int, at: datetime) -> int:
    others = [person for person in seniors if person.pk != act.recorded_by_id]
    nearest = act.review.deadlines.open().by_urgency().first()
    for person in others:
        post(
            "act_unchecked",
            to=person,
            key=f"act-{act.pk}-unchecked-{step}-user-{person.pk}",
            at=at,
            incident=act.review.incident,
            act=act.pk,
            review=act.review.number,
            act_by=nearest.act_by.isoformat() if nearest and nearest.act_by else None,
        )
    return len(others)
