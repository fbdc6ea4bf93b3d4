from datetime import datetime, timedelta

from django.db import transaction

from apps.casework.letters.quiet_hours import next_office_moment
from apps.casework.one_by_one import one_by_one
from apps.incidents.models import Closing, Incident
from apps.mailbox.models import Letter
from apps.mailbox.post import post

AFTER = timedelta(days=5)
NO_LONGER = timedelta(days=30)  # after an outage: later than that, one no longer remembers


def ask_satisfaction(*, at: datetime) -> int:
    """Ask practitioners what they think of our help, five days after the end of a file (E23).

    Once for each closing; never about a file that is open again. Returns how many were asked.
    """
    ended = Closing.objects.open().filter(
        opened_at__range=(at - NO_LONGER, at - AFTER), satisfaction=None
    )
    return sum(one_by_one(_ask, ended.order_by("pk"), at=at))


@transaction.atomic
def _ask(closing: Closing, *, at: datetime) -> int:
    incident = Incident.objects.locked_anyway(closing.incident_id)
    key = f"closing-{closing.pk}-satisfaction"
    if incident.is_open or Letter.objects.filter(key=key).exists():
        return 0
    post(
        "satisfaction_asked",
        to=incident.practitioner.user,
        key=key,
        at=at,
        incident=incident,
        not_before=next_office_moment(at),
    )
    return 1
