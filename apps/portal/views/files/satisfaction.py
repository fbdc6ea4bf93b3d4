from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for
from apps.casework.files.give_satisfaction import give_satisfaction
from apps.portal.forms.satisfaction import SatisfactionForm
from apps.ui.refusing import refusals_told


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def satisfaction(request: HttpRequest, reference: str) -> HttpResponse:
    """Three questions once a file is over, or what was answered."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    closing = incident.closings.open().select_related("satisfaction").first()
    form = SatisfactionForm(request.POST or None)
    if form.is_valid():
        with refusals_told(request):
            give_satisfaction(incident, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, "Merci. Votre avis est transmis à l’équipe.")
        return redirect("portal:incident", reference)
    context = {
        "incident": incident,
        "form": form,
        "is_over": closing is not None,
        "given": getattr(closing, "satisfaction", None),
    }
    return render(request, "portal/files/satisfaction.html", context)
