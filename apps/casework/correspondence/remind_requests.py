from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from apps.casework.letters.quiet_hours import next_office_moment
from apps.casework.one_by_one import one_by_one
from apps.correspondence.models import InformationRequest
from apps.incidents.models import Incident, IncidentQuerySet
from apps.mailbox.models import Letter
from apps.mailbox.post import post

RUNGS = (7, 3)  # days after asking, the latest first


def remind_requests(*, at: datetime, among: IncidentQuerySet | None = None) -> int:
    """Ask again, three and seven days later, for what is still awaited (E10).

    One letter per file and rung, about what was asked first. Nothing is queued at night or on a
    day off: what is answered meanwhile is asked for no more. Of all files, or `among` some. Returns
    how many were posted.
    """
    if next_office_moment(at) != at:
        return 0
    reached = InformationRequest.objects.pending().filter(
        asked_at__lt=at - timedelta(days=RUNGS[-1] - 1)
    )
    looked_at = Incident.objects.all() if among is None else among
    files = looked_at.filter(information_requests__in=reached).distinct()
    return sum(one_by_one(_remind, files.order_by("pk"), at=at))


@transaction.atomic
def _remind(incident: Incident, *, at: datetime) -> int:
    incident = Incident.objects.locked_anyway(incident.pk)
    first = incident.information_requests.pending().order_by("asked_at", "pk").first()
    if first is None:
        return 0
    age = (localdate(at) - localdate(first.asked_at)).days
    rung = next((rung for rung in RUNGS if age >= rung), None)
    # Named after what was asked and not after the file, which may be merged into another meanwhile.
    asked = incident.information_requests.filter(asked_at=first.asked_at).order_by("pk").first()
    key = f"request-{asked and asked.pk}-d{rung}"
    if rung is None or Letter.objects.filter(key=key).exists():
        return 0
    post(
        "request_reminder",
        to=incident.practitioner.user,
        key=key,
        at=at,
        incident=incident,
        due_on=first.due_on.isoformat(),
    )
    return 1
