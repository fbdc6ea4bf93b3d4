from datetime import datetime

from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, JSONObject
from django.utils.timezone import localdate

from apps.casework.insert_from import insert_from, joined
from apps.casework.letters.quiet_hours import next_office_moment
from apps.casework.letters.recipients import supervisors, with_substitutes
from apps.deadlines.models import Deadline
from apps.mailbox.models import Letter

from .prescription import Board, without_lawyer

WARNED_FROM = 14  # days before `act_by`


@transaction.atomic
def warn_without_lawyer(*, at: datetime) -> int:
    """Tell the supervisors of the near deadlines that no lawyer is at work on (E34).

    Once per deadline and supervisor, however often this runs; a mandate refused after the
    fourteenth day before is told as well. Returns how many letters were posted.
    """
    today = localdate(at)
    near = Board(Deadline.objects.all(), today=today).within(WARNED_FROM)
    alone = without_lawyer(near.filter(act_by__gte=today))
    return sum(
        insert_from(
            Letter,
            alone,
            kind=Value("without_lawyer"),
            key=joined("deadline-", F("pk"), f"-without-lawyer-user-{supervisor.pk}"),
            recipient_id=Value(supervisor.pk),
            incident_id=F("incident_id"),
            data=JSONObject(deadline="pk", act_by=Cast("act_by", CharField())),
            queued_at=Value(at),
            not_before=Value(next_office_moment(at)),
        )
        for supervisor in with_substitutes(supervisors(), today=today)
    )
