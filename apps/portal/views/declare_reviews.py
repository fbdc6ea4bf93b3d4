from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only

from ..draft import Draft
from ..gates import at_step
from ..steps import Step


@practitioners_only
@require_safe
@at_step(Step.REVIEWS)
def declare_reviews(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The contents so far. Without any, the first one is asked for at once."""
    if not draft.reviews:
        return redirect("portal:declare_review", number=1)
    context = {
        "step": Step.REVIEWS,
        "reviews": draft.reviews,
        "next_number": draft.next_number,
        "next_view": draft.first_incomplete.view,
    }
    return render(request, "portal/declare_reviews.html", context)
