"""The file itself, in three parts: what is being declared, the incident, its contents."""

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
from .review import OpenRows, Passage, Publication, Qualification, Review

__all__ = [
    "DRAFT_LIFE",
    "NO_CLOCK",
    "OVER",
    "RUNNING",
    "UNDATED",
    "Declaration",
    "Incident",
    "IncidentQuerySet",
    "OpenRows",
    "Passage",
    "Publication",
    "Qualification",
    "ReferenceCounter",
    "Review",
]
