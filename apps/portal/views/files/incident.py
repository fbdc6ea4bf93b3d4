from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.accounts.models import User
from apps.casework.access import (
    absorbed_by,
    deadlines_for,
    events_for,
    exhibits_for,
    incidents_for,
    receipts_for,
)
from apps.incidents.models import Merge
from apps.portal.progress import progress
from apps.portal.story import coming, told
from apps.portal.to_do import READS, to_do


@practitioners_only
@require_safe
def incident(request: HttpRequest, reference: str) -> HttpResponse:
    """One's file: what happened, who acts next and by when."""
    user, today = request.user, timezone.localdate()
    visible = incidents_for(user).select_related("lawyer_request")
    found = get_object_or_404(visible.prefetch_related("assignments", *READS), reference=reference)
    awaited = to_do(found)
    clocks = deadlines_for(user, today=today).open().by_urgency(today=today)
    clocks = clocks.select_related("publication")
    events = events_for(user).filter(incident=found).select_related("actor").order_by("pk")
    timeline = told(events)
    told_at = timeline[-1].at if timeline else None
    context = {
        "incident": found,
        "progress": progress(found, today=today, awaited=awaited, told_at=told_at),
        "to_do": awaited,
        "deadline": clocks.driving(found, today=today),
        "timeline": timeline,
        "merged": [_before(user, merge) for merge in absorbed_by(user, found)],
        "coming": coming(found, awaited),
        "reviews": found.reviews.order_by("number")
        .select_related("platform")
        .prefetch_related(
            "publications",
            "passages__qualifications",
            "online_checks",
            "platform_reports",
            Prefetch("deadlines", clocks),
        ),
        "exhibits": exhibits_for(user, today=today).current().filter(incident=found),
        "today": today,
    }
    return render(request, "portal/files/incident.html", context)


def _before(user: User, merge: Merge) -> dict[str, object]:
    """What a file that was absorbed keeps for itself: its history and its receipt."""
    events = events_for(user).filter(incident=merge.absorbed).select_related("actor").order_by("pk")
    receipts = receipts_for(user).filter(incident=merge.absorbed)
    return {"merge": merge, "timeline": told(events), "receipt": receipts.ready().first()}
