from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import partners_only
from apps.casework.access import can_answer, dossiers_for, exhibits_for
from apps.casework.files.consult import consult
from apps.journal.kinds import Kind

from ..mission import BEFORE_A_COURT, CLOCK_HEADINGS, TITLES, clock_for, find_assignment


@partners_only
@require_safe
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """The single sheet: what is asked, by when, on what. Reading it is recorded."""
    user, today = request.user, timezone.localdate()
    mission = find_assignment(user, pk)
    consult(
        mission.incident,
        kind=Kind.ASSIGNMENT_READ,
        by=user,
        at=timezone.now(),
        assignment=mission.reference,
    )
    is_before_a_court = mission.kind in BEFORE_A_COURT
    reviews = mission.reviews.select_related("platform").order_by("number")
    context = {
        "mission": mission,
        "title": TITLES[mission.kind],
        "reviews": reviews,
        "may_answer": can_answer(user, mission),
        "contact": mission.incident.handler or mission.assigned_by,
        "today": today,
        "is_before_a_court": is_before_a_court,
    }
    if is_before_a_court:
        dossiers = dossiers_for(user, today=today).filter(partner=mission.partner)
        running = mission.incident.deadlines.open().filter(review__in=reviews)
        running = running.by_urgency(today=today).select_related("publication")
        context |= {
            "deadline": clock_for(mission, running),
            "clock_heading": CLOCK_HEADINGS[mission.kind],
            "practitioner": mission.incident.practitioner,
            "exhibits": exhibits_for(user, today=today).filter(assignments=mission),
            "dossier": dossiers.filter(incident=mission.incident).first(),
        }
    return render(request, "extranet/assignment.html", context)
