from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import absorbed_by
from apps.casework.declarations.duplicates import same_contents
from apps.casework.files.consult import consult
from apps.casework.files.same_author import same_author
from apps.desk.contents import page_of_contents
from apps.desk.correspondence.silence import silence
from apps.desk.file_page import find_incident, render_file
from apps.desk.readings.passages import readings, segments
from apps.journal.kinds import Kind


@insurer_only
@require_safe
def incident(request: HttpRequest, reference: str) -> HttpResponse:
    """The contents of a file and its circumstances. Opening a file is recorded."""
    user, now = request.user, timezone.now()
    incident = find_incident(user, reference)
    consult(incident, kind=Kind.INCIDENT_READ, by=user, at=now)
    page = page_of_contents(
        request,
        incident,
        "publications",
        "passages__qualifications__by",
        "passages__qualifications__second_reading__by",
    )
    return render_file(
        request,
        "desk/files/incident.html",
        incident,
        page=page,
        contents=[(review, list(segments(review)), readings(review)) for review in page.rows],
        same_contents=same_contents(incident),
        merges=absorbed_by(user, incident),
        authors=same_author(user, incident, at=now),
        now=now,
        silence=silence(user, incident, now=now),
    )
