from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.desk.file_page import find_incident, render_file


@insurer_only
@require_safe
def file_cover(request: HttpRequest, reference: str) -> HttpResponse:
    """The contract on the day of the declaration, and what it covers."""
    return render_file(
        request, "desk/missions/file_cover.html", find_incident(request.user, reference)
    )
