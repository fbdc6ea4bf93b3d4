from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.casework.access import readings_for
from apps.desk.contents import page_of_contents
from apps.desk.file_page import find_incident, render_file
from apps.desk.readings.passages import readings
from apps.incidents.models import Incident
from apps.legal.taxonomy import highest


@insurer_only
@require_safe
def file_readings(request: HttpRequest, reference: str) -> HttpResponse:
    """How each content is read, and what remains to be read."""
    incident = find_incident(request.user, reference)
    page = page_of_contents(
        request,
        incident,
        "passages__qualifications__by",
        "passages__qualifications__second_reading__by",
    )
    return render_file(
        request,
        "desk/readings/file_readings.html",
        incident,
        page=page,
        contents=[(review, readings(review)) for review in page.rows],
        **_whole_file(request.user, incident),
    )


def _whole_file(user: User, incident: Incident) -> dict[str, Any]:
    """The gravest label of all the contents (QUAL-01), of those that this person may know."""
    known = [
        reading
        for reading in readings_for(user)
        .open()
        .filter(passage__review__incident=incident)
        .select_related("second_reading", "passage")
        if not reading.is_hidden_from(user)
    ]
    read = {reading.passage.review_id for reading in known}
    return {
        "gravest": highest(reading.legal for reading in known) if known else None,
        "unread": incident.reviews.exclude(pk__in=read).count(),
    }
