from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.gates import at_step
from apps.portal.outcomes import open_routes
from apps.portal.steps import DeclarationStep


@declarants_only
@require_safe
@at_step(DeclarationStep.DATES)
def too_late(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    """« Peut-être trop tard pour le tribunal… »: what stays open, and one goes on."""
    dates = draft.dates.get(number)
    if dates is None or not dates.is_valid():
        raise Http404
    context = {
        "draft": draft,
        "step": DeclarationStep.DATES,
        "number": number,
        "last_day": draft.forecast(dates.first).possible_until,
        "routes": open_routes(draft.situation.facts["situation"]),
        "next_url": draft.next_url,
    }
    return render(request, "portal/declarations/too_late_screen.html", context)
