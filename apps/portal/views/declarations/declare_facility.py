from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.forms.facility import REQUEST, FacilityForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.PRACTICE)
def declare_facility(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What to ask of the establishment's communications office; the clock does not wait for it."""
    if not draft.practice.is_valid() or not draft.practice.is_on_facility_page:
        return redirect("portal:declare_practice", draft.key)
    form = draft.facility
    if request.method == "POST":
        form = FacilityForm(request.POST)
        if form.is_valid():
            with draft.writing() as answers:
                answers["facility"] = form.typed()
            return redirect(draft.next_url)
    context = {
        "draft": draft,
        "step": DeclarationStep.PRACTICE,
        "form": form,
        "request_words": REQUEST,
    }
    return render(request, "portal/declarations/declare_facility.html", context)
