from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_safe
@at_step(DeclarationStep.DATES)
def declare_dates(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The dates of each content; while one has none, it is asked for at once."""
    dates = draft.dates
    undated = next((number for number, form in dates.items() if not form.is_valid()), None)
    if undated is not None:
        return redirect("portal:declare_date", draft.key, undated)
    context = {
        "draft": draft,
        "step": DeclarationStep.DATES,
        "dates": dates,
        "reviews": draft.reviews,
    }
    return render(request, "portal/declarations/declare_dates.html", context)
