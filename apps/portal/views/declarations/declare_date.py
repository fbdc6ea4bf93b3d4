from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.directory.models import Platform
from apps.portal.date_places import date_place
from apps.portal.draft import Draft
from apps.portal.forms.dates import DatesForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep

from .date_clock import clock_of


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.DATES)
def declare_date(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    """When one content was published, whether it came again, and when it was read."""
    if number not in draft.reviews:
        raise Http404
    typed = draft.declaration.answers.get(DeclarationStep.DATES, {}).get(str(number))
    form = draft.dates_form(typed, number=number)
    if request.method == "POST":
        form = draft.dates_form(request.POST, number=number)
        if form.is_valid():
            with draft.writing() as answers:
                answers.setdefault(DeclarationStep.DATES, {})[str(number)] = form.typed()
            if _is_too_late(draft, form):
                return redirect("portal:too_late", draft.key, number)
            return redirect(draft.next_url)
    review = draft.reviews[number]
    context = {
        "draft": draft,
        "step": DeclarationStep.DATES,
        "form": form,
        "number": number,
        "words": review.cleaned_data.get("words", ""),
        "url": review.cleaned_data.get("url", ""),
        "place": date_place(Platform.objects.for_url(review.cleaned_data.get("url", ""))),
        "today": draft.today,
    }
    return render(request, "portal/declarations/declare_date.html", context | clock_of(draft, form))


def _is_too_late(draft: Draft, form: DatesForm) -> bool:
    """Have all its terms surely passed, those of a later posting too?"""
    windows = [form.first, *(again.window for again in form.later)]
    return all(draft.forecast(window).is_over(draft.today) for window in windows)
