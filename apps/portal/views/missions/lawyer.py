from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.assignments.models import LawyerRequest
from apps.casework.access import incidents_for
from apps.casework.missions.request_lawyer import request_lawyer
from apps.portal.forms.lawyer import LATER, LawyerForm
from apps.ui.refusing import refusals_told


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def lawyer(request: HttpRequest, reference: str) -> HttpResponse:
    """The free choice of a lawyer (C. assur. art. L. 127-3), and what was chosen."""
    visible = incidents_for(request.user).select_related("lawyer_request")
    incident = get_object_or_404(visible, reference=reference)
    form = LawyerForm(request.POST or None)
    if incident.is_open and form.is_valid():
        answers = form.cleaned_data
        if answers["choice"] == LATER:
            messages.info(request, "Vous pourrez choisir votre avocat quand vous le voudrez.")
            return redirect("portal:incident", reference)
        choice = LawyerRequest.Choice(answers.pop("choice"))
        with refusals_told(request):
            request_lawyer(incident, choice=choice, by=request.user, at=timezone.now(), **answers)
            messages.success(request, "Votre choix est enregistré.")
        return redirect("portal:lawyer", reference)
    context = {
        "incident": incident,
        "form": form,
        "made": getattr(incident, "lawyer_request", None),
    }
    return render(request, "portal/missions/lawyer.html", context)
