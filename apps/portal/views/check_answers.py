from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for
from apps.casework.declare import declare
from apps.incidents.models import Incident

from ..draft import Draft
from ..forecast import forecast
from ..forms.accuracy import AccuracyForm
from ..gates import at_step
from ..steps import Step


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def check_answers(request: HttpRequest) -> HttpResponse:
    """The last look, then the sending. Sent twice (double tap, retry), it gives the same file."""
    if sent := _already_sent(request):
        return redirect("portal:confirmation", sent.reference)
    return _check(request)


@at_step(Step.CHECK)
def _check(request: HttpRequest, draft: Draft) -> HttpResponse:
    form = AccuracyForm(request.POST or None, initial={"key": draft.declaration.key})
    if form.is_valid():
        incident = declare(
            draft.declaration,
            circumstances=draft.circumstances,
            reviews=draft.declared_reviews,
            by=request.user,
            at=timezone.now(),
        )
        return redirect("portal:confirmation", incident.reference)
    territory = draft.declaration.practitioner.department
    context = {
        "step": Step.CHECK,
        "form": form,
        "circumstances": draft.circumstances,
        "reviews": [
            (number, review.declared, forecast(review.declared.window, territory=territory))
            for number, review in draft.reviews.items()
        ],
        "exhibits": draft.declaration.exhibits.order_by("pk"),
        "today": draft.today,
    }
    return render(request, "portal/check_answers.html", context)


def _already_sent(request: HttpRequest) -> Incident | None:
    """The file that the draft of this page has become, if it was sent before."""
    form = AccuracyForm(request.POST)
    form.is_valid()
    key = form.cleaned_data.get("key")
    return incidents_for(request.user).filter(declaration__key=key).first() if key else None
