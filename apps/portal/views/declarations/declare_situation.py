from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.forms.situation import SituationForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.SITUATION)
def declare_situation(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What happened: it decides which questions follow. Danger calls for a person first."""
    own = request.user.is_practitioner
    form = SituationForm(
        draft.declaration.answers.get(DeclarationStep.SITUATION), may_ask_advice=own
    )
    if request.method == "POST":
        form = SituationForm(request.POST, may_ask_advice=own)
        if form.is_valid():
            if form.wants_advice:
                return redirect(f"{reverse('portal:ask_advice')}?brouillon={draft.key}")
            with draft.writing() as answers:
                answers[DeclarationStep.SITUATION] = form.typed()
            if form.is_danger:
                return redirect("portal:call_back", draft.key)
            return redirect(draft.next_url)
    context = {
        "draft": draft,
        "step": DeclarationStep.SITUATION,
        "form": form,
        "contract": draft.declaration.practitioner.contracts.on(draft.today),
    }
    return render(request, "portal/declarations/declare_situation.html", context)
