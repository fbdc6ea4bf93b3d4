from django.db.models import OuterRef, Prefetch, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.casework.access import (
    advice_requests_for,
    deadlines_for,
    events_for,
    incidents_for,
    messages_for,
)
from apps.portal.draft import Draft
from apps.portal.progress import progress
from apps.portal.to_do import READS, to_do


@practitioners_only
@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """« Mes dossiers »: the draft, then what awaits something of them, then the rest, latest first.

    What is over comes last.
    """
    today = timezone.localdate()
    running = deadlines_for(request.user, today=today).open().by_urgency(today=today)
    clocks = Prefetch("deadlines", running.select_related("publication"))
    last = messages_for(request.user).filter(incident=OuterRef("pk")).order_by("-written_at")
    told = events_for(request.user).filter(incident=OuterRef("pk")).order_by("-pk")
    found = (
        incidents_for(request.user)
        .standing()
        .select_related("lawyer_request")
        .prefetch_related(clocks, "reviews__platform", "assignments", *READS)
        .annotate(
            last_message_at=Subquery(last.values("written_at")[:1]),
            told_at=Subquery(told.values("at")[:1]),
        )
    )
    files = [(incident, to_do(incident)) for incident in found.order_by("-declared_at", "-pk")]
    files.sort(key=lambda file: (not file[0].is_open, not file[1]))
    context = {
        "drafts": Draft.all_of(request.user, today=today),
        "cards": [
            (
                incident,
                progress(incident, today=today, awaited=awaited, told_at=incident.told_at),
                awaited,
            )
            for incident, awaited in files
        ],
        "advice_requests": advice_requests_for(request.user).filter(declaration=None),
        "today": today,
    }
    return render(request, "portal/files/incidents.html", context)
