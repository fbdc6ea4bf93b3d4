from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.casework.access import deadlines_for, incidents_for, receipts_for
from apps.casework.letters.promise import first_answer, is_pressing
from apps.incidents.circumstances import FacilityPage
from apps.portal.outcomes import open_routes


@practitioners_only
@require_safe
def confirmation(request: HttpRequest, reference: str) -> HttpResponse:
    """What was received, the date that counts, what comes next and what not to do tonight."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    today = timezone.localdate()
    natures = {nature for review in incident.reviews.all() for nature in review.natures}
    deadline = deadlines_for(request.user, today=today).driving(incident, today=today)
    context = {
        "incident": incident,
        "receipt": receipts_for(request.user).filter(incident=incident).first(),
        "deadline": deadline,
        "is_too_late": deadline is not None and deadline.is_over(today),
        "routes": open_routes(incident.situation, natures),
        "is_pressing": is_pressing(incident),
        "answer_by": first_answer(incident),
        "has_proof": incident.bailiff_report_on or incident.exhibits.current().exists(),
        "is_facility_page": incident.facility_page == FacilityPage.YES,
        "today": today,
    }
    return render(request, "portal/declarations/confirmation.html", context)
