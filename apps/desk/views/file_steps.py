from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import information_requests_for

from ..file_page import find_incident, render_file
from ..keyset import page_of

PAGE_SIZE = 20


@insurer_only
@require_safe
def file_steps(request: HttpRequest, reference: str) -> HttpResponse:
    """What was asked of the practitioner and of the platforms, and what came of it."""
    incident = find_incident(request.user, reference)
    reviews = incident.reviews.select_related("platform")
    page = page_of(
        reviews.prefetch_related("online_checks", "platform_reports"),
        order="number",
        size=PAGE_SIZE,
        asked=request.GET.dict(),
    )
    asked = information_requests_for(request.user).filter(incident=incident)
    return render_file(
        request,
        "desk/file_steps.html",
        incident,
        page=page,
        information_requests=asked.select_related(
            "asked_by", "answered_by", "review"
        ).prefetch_related("exhibits"),
    )
