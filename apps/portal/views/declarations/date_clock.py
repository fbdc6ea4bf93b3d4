from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from apps.accounts.gates import declarants_only
from apps.portal.draft import Draft
from apps.portal.forms.dates import DatesForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_POST
@at_step(DeclarationStep.DATES)
def date_clock(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The clock that the dates being typed would give. Nothing is kept."""
    form = draft.dates_form(request.POST)
    context = {"today": draft.today, **clock_of(draft, form)}
    return render(request, "portal/declarations/date_clock.html", context)


def clock_of(draft: Draft, form: DatesForm) -> dict[str, object]:
    """The window and its deadline, as soon as the date of publication can be read."""
    if not form.is_bound:
        return {}
    is_valid = form.is_valid()
    if "window" not in form.cleaned_data:
        return {}
    later = form.later if is_valid else []
    return {
        "window": form.first,
        "deadline": draft.forecast(form.first),
        "later": [(again, draft.forecast(again.window, again.kind)) for again in later],
    }
