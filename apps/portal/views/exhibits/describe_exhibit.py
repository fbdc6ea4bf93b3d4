from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.casework.access import exhibits_for
from apps.casework.exhibits.describe_exhibit import describe_exhibit as describe
from apps.portal.draft import Draft
from apps.portal.forms.exhibits import DescribeForm, excerpt
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.EXHIBITS)
def describe_exhibit(request: HttpRequest, draft: Draft, pk: int) -> HttpResponse:
    """What a file of the draft is, the page it shows, the contents it proves."""
    visible = exhibits_for(request.user, today=draft.today).filter(declaration=draft.declaration)
    exhibit = get_object_or_404(visible, pk=pk)
    choices = [
        (number, excerpt(rank, review.cleaned_data.get("words", "")))
        for rank, (number, review) in enumerate(draft.reviews.items(), start=1)
    ]
    said = {
        "kind": exhibit.kind,
        "declared_url": exhibit.declared_url,
        "contents": exhibit.contents if len(choices) > 1 else [number for number, _ in choices],
    }
    form = DescribeForm(request.POST or None, initial=said, contents=choices)
    if form.is_valid():
        describe(exhibit, **form.cleaned_data)
        messages.success(request, f"C’est noté pour «\u00a0{exhibit.name}\u00a0».")
        return redirect("portal:declare_exhibits", draft.key)
    context = {"draft": draft, "step": DeclarationStep.EXHIBITS, "form": form, "exhibit": exhibit}
    return render(request, "portal/exhibits/describe_exhibit.html", context)
