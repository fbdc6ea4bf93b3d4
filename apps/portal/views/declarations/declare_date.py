from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.directory.models import Platform
from apps.portal.date_places import date_place
from apps.portal.draft import Draft
from apps.portal.forecast import forecast
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
    form = DatesForm(typed, today=draft.today)
    if request.method == "POST":
        form = DatesForm(request.POST, today=draft.today)
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
    """Have all its terms passed, those of a later posting too?"""
    territory = draft.declaration.practitioner.department
    windows = [form.first, *(again.window for again in form.later)]
    days = [forecast(window, territory=territory).legal_last_day for window in windows]
    return all(day is not None and day < draft.today for day in days)
