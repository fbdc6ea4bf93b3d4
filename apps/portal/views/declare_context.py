from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only

from ..draft import Draft
from ..forms.context import ContextForm
from ..gates import at_step
from ..steps import Step


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.CONTEXT)
def declare_context(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What was done before the declaration."""
    form = draft.context
    if request.method == "POST":
        form = ContextForm(request.POST, today=draft.today)
        if form.is_valid():
            with draft.writing() as answers:
                answers[Step.CONTEXT] = form.typed()
            return redirect(draft.first_incomplete.view)
    return render(request, "portal/declare_context.html", {"step": Step.CONTEXT, "form": form})
