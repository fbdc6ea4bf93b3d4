from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.REVIEWS)
def remove_review(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    """What was copied would have to be copied again: the question has a page of its own."""
    if number not in draft.reviews:
        raise Http404
    if request.method == "POST":
        with draft.writing() as answers:
            answers[DeclarationStep.REVIEWS].pop(str(number), None)
            answers.get(DeclarationStep.DATES, {}).pop(str(number), None)
        messages.success(request, "Le contenu a été retiré de votre déclaration.")
        return redirect("portal:declare_reviews", draft.key)
    context = {
        "draft": draft,
        "step": DeclarationStep.REVIEWS,
        "words": draft.reviews[number]["words"].value() or "",
    }
    return render(request, "portal/declarations/remove_review.html", context)
