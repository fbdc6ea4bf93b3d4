from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.casework.access import deadlines_for, incidents_for

from ..draft import Draft
from ..progress import progress


@practitioners_only
@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """« Mes dossiers »: the draft first, then the files, the latest one on top."""
    today = timezone.localdate()
    clocks = Prefetch("deadlines", deadlines_for(request.user).open().by_urgency(today=today))
    found = incidents_for(request.user).prefetch_related(clocks, "reviews__platform")
    context = {
        "draft": Draft.of(request.user, today=today),
        "cards": [
            (incident, progress(incident, today=today))
            for incident in found.order_by("-declared_at", "-pk")
        ],
        "today": today,
    }
    return render(request, "portal/incidents.html", context)
