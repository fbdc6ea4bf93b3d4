"""What proves something: on its way, received, listed day by day."""

from .exhibit import Exhibit, ExhibitQuerySet, ExhibitText
from .manifest import Manifest
from .received import Received, ReceivedQuerySet, Scan
from .upload import Upload

__all__ = [
    "Exhibit",
    "ExhibitQuerySet",
    "ExhibitText",
    "Manifest",
    "Received",
    "ReceivedQuerySet",
    "Scan",
    "Upload",
]
