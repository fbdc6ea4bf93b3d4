"""What must be done by which day, what puts that day off, who decided to let it pass."""

from .act import InterruptingAct
from .deadline import (
    ACKNOWLEDGED_FROM,
    Deadline,
    DeadlineQuerySet,
    Reminder,
)
from .heartbeat import Heartbeat
from .inaction import InactionDecision

__all__ = [
    "ACKNOWLEDGED_FROM",
    "Deadline",
    "DeadlineQuerySet",
    "Heartbeat",
    "InactionDecision",
    "InterruptingAct",
    "Reminder",
]
