from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import events_for, exhibits_for
from apps.casework.files.consult import consult
from apps.desk.file_page import find_incident, render_file
from apps.journal.kinds import Kind
from apps.journal.models import broken_links

# Who added, saw or took away something of a file.
CUSTODY = (
    Kind.INCIDENT_DECLARED,
    Kind.INCIDENT_READ,
    Kind.EXHIBIT_ADDED,
    Kind.EXHIBIT_REPLACED,
    Kind.EXHIBIT_WITHDRAWN,
    Kind.EXHIBIT_DOWNLOADED,
    Kind.EXHIBIT_LEFT,
    Kind.EXHIBIT_SHARED,
    Kind.EXHIBIT_CAME,
    Kind.RECEIPT_MADE,
    Kind.RECEIPT_DOWNLOADED,
    Kind.ASSIGNMENT_PROPOSED,
    Kind.ASSIGNMENT_READ,
    Kind.DOSSIER_COMPILED,
    Kind.DOSSIER_RENDERED,
    Kind.DOSSIER_DOWNLOADED,
)


@insurer_only
@require_safe
def custody(request: HttpRequest, reference: str) -> HttpResponse:
    """The chain of custody of a file's exhibits, to be printed. Reading it is recorded."""
    user, now = request.user, timezone.now()
    incident = find_incident(user, reference)
    consult(incident, kind=Kind.INCIDENT_READ, by=user, at=now)
    exhibits = exhibits_for(user, today=timezone.localdate()).filter(incident=incident)
    events = events_for(user).filter(incident=incident, kind__in=CUSTODY)
    return render_file(
        request,
        "desk/exhibits/custody.html",
        incident,
        exhibits=exhibits.with_timestamp().select_related("uploaded_by", "replaced_by"),
        events=events.select_related("actor").order_by("pk"),
        broken=broken_links(incident),
        now=now,
    )
