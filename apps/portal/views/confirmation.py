from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.casework.access import deadlines_for, incidents_for
from apps.incidents.models import FacilityPage

from ..progress import first_answer_by

SHORT = 10  # days left, or fewer: the file is first in the queue


@practitioners_only
@require_safe
def confirmation(request: HttpRequest, reference: str) -> HttpResponse:
    """What was received, the date that counts, what comes next and what not to do tonight."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    today = timezone.localdate()
    deadline = deadlines_for(request.user).driving(incident, today=today)
    context = {
        "incident": incident,
        "deadline": deadline,
        "is_short": deadline and (deadline.is_unknown or deadline.days_left(today) <= SHORT),
        "answer_by": first_answer_by(timezone.localdate(incident.declared_at)),
        "has_proof": incident.bailiff_report_on or incident.exhibits.exists(),
        "is_facility_page": incident.facility_page == FacilityPage.YES,
        "today": today,
    }
    return render(request, "portal/confirmation.html", context)
