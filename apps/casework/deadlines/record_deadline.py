from datetime import datetime

from apps.accounts.models import User
from apps.deadlines.models import Deadline
from apps.journal.kinds import Kind
from apps.journal.models import record


def record_deadline(deadline: Deadline, *, actor: User | None, at: datetime) -> None:
    """Write the line of history of a deadline that was just opened."""
    about = {"review": deadline.review.number, "rule": deadline.rule_code}
    if deadline.act_by is None:
        record(Kind.DEADLINE_UNDATED, incident=deadline.incident, actor=actor, at=at, **about)
        return
    record(
        Kind.DEADLINE_OPENED,
        incident=deadline.incident,
        actor=actor,
        at=at,
        act_by=deadline.act_by.isoformat(),
        **about,
    )
