from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.desk.file_page import find_incident, render_file
from apps.desk.files.history import SUBJECTS, history


@insurer_only
@require_safe
def file_history(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that happened, every mail included, newest first."""
    incident = find_incident(request.user, reference)
    asked = request.GET.get("sujet", "")
    subject = asked if asked in SUBJECTS else ""
    lines, older = history(request.user, incident, subject=subject, after=request.GET.get("apres"))
    return render_file(
        request,
        "desk/files/file_history.html",
        incident,
        subjects=[(name, each.label) for name, each in SUBJECTS.items()],
        subject=subject,
        lines=lines,
        older=older,
        is_first="apres" not in request.GET,
    )
