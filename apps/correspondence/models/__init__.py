"""Everything that is said about a file or asked without one, in parts."""

from .asked import (
    AdviceRequest,
    AlreadySettled,
    InformationRequest,
    InformationRequestQuerySet,
)
from .called import Call, CallBack, CallQuerySet
from .complaint import Complaint, ComplaintQuerySet
from .written import (
    Message,
    Note,
    NoteFile,
    SavedAnswer,
    SavedAnswerVersion,
    SavedAnswerVersionQuerySet,
)

__all__ = [
    "AdviceRequest",
    "AlreadySettled",
    "Call",
    "CallBack",
    "CallQuerySet",
    "Complaint",
    "ComplaintQuerySet",
    "InformationRequest",
    "InformationRequestQuerySet",
    "Message",
    "Note",
    "NoteFile",
    "SavedAnswer",
    "SavedAnswerVersion",
    "SavedAnswerVersionQuerySet",
]
