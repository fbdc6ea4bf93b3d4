"""What is done about a content, step by step, and what became of it online."""

from .check import OnlineCheck, OnlineCheckQuerySet
from .outcome import ContentOutcome
from .report import PlatformReport
from .step import PlaybookStep, PlaybookStepRows

__all__ = [
    "ContentOutcome",
    "OnlineCheck",
    "OnlineCheckQuerySet",
    "PlatformReport",
    "PlaybookStep",
    "PlaybookStepRows",
]
