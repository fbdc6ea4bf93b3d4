from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only

from ..draft import Draft
from ..forms.practice import PracticeForm
from ..gates import at_step
from ..steps import Step


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.PRACTICE)
def declare_practice(request: HttpRequest, draft: Draft) -> HttpResponse:
    """How the practitioner works, and whether the page is that of the establishment."""
    form = draft.practice
    if request.method == "POST":
        form = PracticeForm(request.POST)
        if form.is_valid():
            with draft.writing() as answers:
                answers[Step.PRACTICE] = form.typed()
            return redirect(draft.first_incomplete.view)
    return render(request, "portal/declare_practice.html", {"step": Step.PRACTICE, "form": form})
