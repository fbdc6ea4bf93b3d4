from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for
from apps.casework.readings.report_to_platform import has_proof
from apps.casework.readings.report_to_platform import report_to_platform as report
from apps.portal.forms.report import OwnReportForm
from apps.ui.refusing import refusals_at


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def report_to_platform(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """« J’ai signalé ce contenu »: the proof comes first, or a reason."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    review = get_object_or_404(incident.reviews.select_related("platform"), number=number)
    proved = has_proof(review)
    form = OwnReportForm(
        request.POST or None,
        proved=proved,
        today=timezone.localdate(),
        territory=incident.practitioner.department,
        at=timezone.now(),
    )
    if form.is_valid():
        with refusals_at(form):
            report(review, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, "Votre signalement est noté au dossier.")
            return redirect("portal:incident", reference)
    context = {"incident": incident, "review": review, "form": form, "proved": proved}
    return render(request, "portal/readings/report_to_platform.html", context)
