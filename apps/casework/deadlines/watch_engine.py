from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from apps.accounts.models import Role, User
from apps.deadlines.models import Heartbeat
from apps.mailbox.post import post

from .remind import JOB


@transaction.atomic
def watch_engine(*, at: datetime) -> int:
    """Tell supervisors and administrators that reminders have stopped (E41). Returns how many.

    Once per lateness and person, at any hour. It sees a job that fails while the worker lives. A
    worker that is itself dead runs neither this nor the delivery of letters and cannot say so:
    something outside must watch it, from /fichiers/sante/ and the processes it stands beside. An
    engine that has never run is not late; the pages say that it has not run yet.
    """
    heartbeat = Heartbeat.objects.filter(job=JOB).first()
    if heartbeat is None or not heartbeat.is_late(at):
        return 0
    stopped = localtime(heartbeat.beat_at)
    people = User.objects.filter(role__in=(Role.SUPERVISOR, Role.ADMIN), is_active=True)
    for person in people:
        post(
            "engine_late",
            to=person,
            key=f"engine-late-{heartbeat.beat_at:%Y%m%dT%H%M%S}-user-{person.pk}",
            at=at,
            stopped_on=stopped.date().isoformat(),
            stopped_time=f"{stopped:%H:%M}",
        )
    return len(people)
