from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.forms.practice import PracticeForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.PRACTICE)
def declare_practice(request: HttpRequest, draft: Draft) -> HttpResponse:
    """How the practitioner works, and whether the page is that of the establishment."""
    form = draft.practice
    is_facility = draft.declaration.practitioner.is_facility
    if request.method == "POST":
        form = PracticeForm(request.POST, is_facility=is_facility)
        if form.is_valid():
            with draft.writing() as answers:
                answers[DeclarationStep.PRACTICE] = form.typed()
            if form.is_on_facility_page:
                return redirect("portal:declare_facility", draft.key)
            return redirect(draft.next_url)
    return render(
        request,
        "portal/declarations/declare_practice.html",
        {
            "draft": draft,
            "step": DeclarationStep.PRACTICE,
            "form": form,
            "is_facility": is_facility,
        },
    )
