from datetime import datetime

from django.db import transaction
from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast, JSONObject
from django.utils.timezone import localdate

from apps.accounts.models import Role, User
from apps.casework.insert_from import insert_from, joined
from apps.casework.letters.quiet_hours import (
    DAY_AND_NIGHT_FROM,
    next_office_moment,
    working_days_before,
)
from apps.casework.letters.recipients import with_substitutes
from apps.deadlines.models import Reminder
from apps.incidents.models import IncidentQuerySet
from apps.mailbox.models import Letter

# After so many working days without an acknowledgement, a rung climbs to these people.
LADDER = ((1, Role.SUPERVISOR), (2, Role.LEGAL_LEAD))


@transaction.atomic
def escalate(*, at: datetime, among: IncidentQuerySet | None = None) -> int:
    """Tell those above the handler of the rungs that nobody has acknowledged, in all files or
    `among` some. Returns how many.

    Each step up is told once per reminder and person, however often this runs.
    """
    posted = 0
    of_files = Q() if among is None else Q(deadline__incident__in=among)
    for step, (working_days, role) in enumerate(LADDER, start=1):
        silent = Reminder.objects.unacknowledged().filter(
            of_files,
            escalations__lt=step,
            told_at__lte=working_days_before(at, working_days),
        )
        active = User.objects.filter(role=role, is_active=True)
        seniors = with_substitutes(active, today=localdate(at))
        for senior in seniors:
            posted += _post(silent, senior, at=at)
        if seniors:  # where nobody holds the role yet, the rung waits for somebody who will
            silent.update(escalations=step)
    return posted


def _post(silent: QuerySet[Reminder], senior: User, *, at: datetime) -> int:
    return insert_from(
        Letter,
        silent,
        kind=Value("reminder_unacknowledged"),
        key=joined("reminder-", F("pk"), f"-unacknowledged-user-{senior.pk}"),
        recipient_id=Value(senior.pk),
        incident_id=F("deadline__incident_id"),
        data=JSONObject(
            deadline="deadline_id",
            rung="rung",
            act_by=Cast("deadline__act_by", CharField()),
        ),
        queued_at=Value(at),
        not_before=Case(
            When(rung__lte=DAY_AND_NIGHT_FROM, then=Value(at)),
            default=Value(next_office_moment(at)),
        ),
    )
