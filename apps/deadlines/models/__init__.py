"""What must be done by which day, what puts that day off, who decided to let it pass."""

from .act import ActCheck, ActRows, InterruptingAct
from .deadline import (
    ACKNOWLEDGED_FROM,
    Deadline,
    DeadlineQuerySet,
    Reminder,
)
from .heartbeat import Heartbeat
from .inaction import InactionDecision
from .proceeding import Proceeding

__all__ = [
    "ACKNOWLEDGED_FROM",
    "ActCheck",
    "ActRows",
    "Deadline",
    "DeadlineQuerySet",
    "Heartbeat",
    "InactionDecision",
    "InterruptingAct",
    "Proceeding",
    "Reminder",
]
