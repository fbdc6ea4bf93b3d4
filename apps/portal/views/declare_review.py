from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only

from ..draft import Draft
from ..forms.review import ReviewForm
from ..gates import at_step
from ..steps import Step


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.REVIEWS)
def declare_review(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    """One content: a new one, or one to be mended."""
    if not 1 <= number <= draft.next_number:
        raise Http404
    form = draft.reviews.get(number) or ReviewForm(today=draft.today)
    if request.method == "POST":
        form = ReviewForm(request.POST, today=draft.today)
        if form.is_valid():
            with draft.writing() as answers:
                answers.setdefault(Step.REVIEWS, {})[str(number)] = form.typed()
            return redirect("portal:declare_reviews")
    context = {"step": Step.REVIEWS, "form": form, "is_first": not draft.reviews}
    return render(request, "portal/declare_review.html", context)
