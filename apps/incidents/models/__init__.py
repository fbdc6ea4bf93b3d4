"""The file itself, in parts: what is being declared, the incident, its contents, how it ended."""

from .closing import UNDO_TIME, Closing, Mark, Satisfaction
from .declaration import DRAFT_LIFE, Declaration
from .incident import (
    NO_CLOCK,
    OVER,
    RUNNING,
    UNDATED,
    Incident,
    IncidentQuerySet,
    ReferenceCounter,
)
from .merge import UNMERGE_WITHIN, AuthorLink, Merge
from .reading import Assessment, SecondReading
from .review import OpenRows, Passage, Publication, Qualification, QualificationRows, Review
from .team import UNDO_WITHIN, BulkAction, BulkItem, Rereading, Tag

__all__ = [
    "DRAFT_LIFE",
    "NO_CLOCK",
    "OVER",
    "RUNNING",
    "UNDATED",
    "UNDO_TIME",
    "UNDO_WITHIN",
    "UNMERGE_WITHIN",
    "Assessment",
    "AuthorLink",
    "BulkAction",
    "BulkItem",
    "Closing",
    "Declaration",
    "Incident",
    "IncidentQuerySet",
    "Mark",
    "Merge",
    "OpenRows",
    "Passage",
    "Publication",
    "Qualification",
    "QualificationRows",
    "ReferenceCounter",
    "Rereading",
    "Review",
    "Satisfaction",
    "SecondReading",
    "Tag",
]
