from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import exhibits_for
from apps.desk.file_page import find_incident, render_file
from apps.exhibits.coverage import contents_covered, passages_covered


@insurer_only
@require_safe
def file_exhibits(request: HttpRequest, reference: str) -> HttpResponse:
    """The sealed exhibits, and how much of the file they prove."""
    incident = find_incident(request.user, reference)
    exhibits = exhibits_for(request.user, today=timezone.localdate()).filter(incident=incident)
    return render_file(
        request,
        "desk/exhibits/file_exhibits.html",
        incident,
        exhibits=exhibits.with_timestamp().select_related("uploaded_by", "replaced_by"),
        contents_covered=contents_covered(incident),
        passages_covered=passages_covered(incident),
    )
