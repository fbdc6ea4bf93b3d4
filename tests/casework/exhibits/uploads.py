"""Sending a file chunk by chunk, as the page does."""

from apps.casework.exhibits.receive_chunk import receive_chunk
from apps.casework.exhibits.start_upload import start_upload
from apps.exhibits.models import Exhibit, Upload
from apps.incidents.models import Declaration, Incident
from tests.factories import MONDAY_MORNING


def started(place: Declaration | Incident, size: int, *, name: str = "capture.png") -> Upload:
    """An upload that the practitioner has just announced."""
    return start_upload(
        place,
        name=name,
        size=size,
        kind=Exhibit.Kind.CAPTURE,
        by=place.practitioner.user,
        at=MONDAY_MORNING,
    )


def arrived(place: Declaration | Incident, content: bytes, *, name: str = "capture.png") -> Upload:
    """An upload of which every byte is here."""
    upload = started(place, len(content), name=name)
    middle = len(content) // 2
    receive_chunk(upload, offset=0, chunk=content[:middle])
    return receive_chunk(upload, offset=middle, chunk=content[middle:])
