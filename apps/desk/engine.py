"""Is the deadline engine at work? Pages that show what is due, or nothing, say so."""

from datetime import datetime

from apps.casework.deadlines.remind import JOB
from apps.deadlines.models import Heartbeat


def engine(at: datetime) -> dict[str, object]:
    """The context of `desk/heartbeat.html`."""
    heartbeat = Heartbeat.objects.filter(job=JOB).first()
    return {"heartbeat": heartbeat, "engine_is_late": heartbeat is None or heartbeat.is_late(at)}
