from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for
from apps.casework.readings.record_online_check import record_online_check
from apps.incidents.models import Incident
from apps.portal.forms.online_check import OnlineCheckForm
from apps.ui.refusing import refusals_told
from apps.vocabulary.presence import Presence


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def online_checks(request: HttpRequest, reference: str) -> HttpResponse:
    """« Toujours en ligne ? »: the link of a letter opens the page, only a button answers."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    form = OnlineCheckForm(request.POST or None)
    if form.is_valid():
        _record(request, incident, form)
        return redirect("portal:online_checks", reference)
    context = {
        "incident": incident,
        "form": form,
        "reviews": incident.reviews.order_by("number")
        .select_related("platform")
        .prefetch_related("online_checks"),
        "answers": Presence.choices,
    }
    return render(request, "portal/readings/online_checks.html", context)


def _record(request: HttpRequest, incident: Incident, form: OnlineCheckForm) -> None:
    answers = form.cleaned_data
    review = get_object_or_404(incident.reviews, number=answers["number"])
    with refusals_told(request):
        record_online_check(
            review,
            presence=answers["presence"],
            note=answers["note"],
            by=request.user,
            at=timezone.now(),
        )
        said = f"Contenu n°\u00a0{review.number}\u00a0: votre réponse est enregistrée."
        messages.success(request, said)
