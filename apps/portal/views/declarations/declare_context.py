from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.CONTEXT)
def declare_context(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What was done before, what is hoped for. A threat: a person is offered before the form."""
    form = draft.context
    if request.method == "POST":
        form = draft.context_form(request.POST)
        if form.is_valid():
            with draft.writing() as answers:
                answers[DeclarationStep.CONTEXT] = form.typed()
            if form.is_danger:
                return redirect("portal:call_back", draft.key)
            return redirect(draft.next_url)
    return render(
        request,
        "portal/declarations/declare_context.html",
        {"draft": draft, "step": DeclarationStep.CONTEXT, "form": form},
    )
