from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import call_backs_for, incidents_for
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.directory.models import HelpLine
from apps.portal.forms.call_back import CallBackForm

from .call_back import ASKED


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def incident_call_back(request: HttpRequest, reference: str) -> HttpResponse:
    """The same help, asked from one's file."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    practitioner = incident.practitioner
    form = CallBackForm(request.POST or None, initial={"phone": practitioner.phone})
    if form.is_valid():
        ask_call_back(
            practitioner,
            phone=form.cleaned_data["phone"],
            incident=incident,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, ASKED)
        return redirect("portal:incident", reference)
    context = {
        "form": form,
        "lines": HelpLine.objects.filter(is_shown=True),
        "waiting": call_backs_for(request.user).first(),
        "next_url": reverse("portal:incident", args=[reference]),
        "next_label": "Revenir au dossier",
    }
    return render(request, "portal/correspondence/call_back.html", context)
