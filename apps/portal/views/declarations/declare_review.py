from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.directory.models import Platform
from apps.portal.draft import Draft
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.REVIEWS)
def declare_review(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    """One content: a new one, or one to be mended. The next one to complete comes at once."""
    if not 1 <= number <= draft.next_number:
        raise Http404
    form = draft.reviews.get(number) or draft.review_form()
    if request.method == "POST":
        form = draft.review_form(request.POST)
        if form.is_valid():
            with draft.writing() as answers:
                answers.setdefault(DeclarationStep.REVIEWS, {})[str(number)] = form.typed()
            return _go_on(draft)
    context = {
        "draft": draft,
        "step": DeclarationStep.REVIEWS,
        "form": form,
        "number": number,
        "is_first": not draft.reviews,
        "platform": Platform.objects.for_url(str(form["url"].value() or ""))
        if "url" in form.fields
        else None,
    }
    return render(request, "portal/declarations/declare_review.html", context)


def _go_on(draft: Draft) -> HttpResponse:
    for number, form in draft.reviews.items():
        if not form.is_valid():
            return redirect("portal:declare_review", draft.key, number)
    return redirect("portal:declare_reviews", draft.key)
