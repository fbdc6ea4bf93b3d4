from datetime import datetime

from django.db import transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat, JSONObject

from apps.accounts.models import Role, User
from apps.deadlines.models import Reminder
from apps.mailbox.models import Letter

from .insert_from import insert_from
from .quiet_hours import next_office_moment, working_days_before

# After so many working days without an acknowledgement, a rung climbs to these people.
LADDER = ((1, Role.SUPERVISOR), (2, Role.LEGAL_LEAD))


@transaction.atomic
def escalate(*, at: datetime) -> int:
    """Tell those above the handler of the rungs that nobody has acknowledged. Returns how many.

    Each step up is told once per reminder and person, however often this runs.
    """
    posted = 0
    for step, (working_days, role) in enumerate(LADDER, start=1):
        silent = Reminder.objects.unacknowledged().filter(
            escalations=step - 1, told_at__lte=working_days_before(at, working_days)
        )
        for senior in User.objects.filter(role=role, is_active=True):
            posted += _post(silent, senior, at=at)
        silent.update(escalations=step)
    return posted


def _post(silent: QuerySet[Reminder], senior: User, *, at: datetime) -> int:
    return insert_from(
        Letter,
        silent,
        kind=Value("reminder_unacknowledged"),
        key=Concat(
            Value("reminder-"),
            Cast("pk", CharField()),
            Value(f"-unacknowledged-user-{senior.pk}"),
            output_field=CharField(),
        ),
        recipient_id=Value(senior.pk),
        incident_id=F("deadline__incident_id"),
        data=JSONObject(
            deadline="deadline_id",
            rung="rung",
            act_by=Cast("deadline__act_by", CharField()),
        ),
        queued_at=Value(at),
        not_before=Value(next_office_moment(at)),
    )
