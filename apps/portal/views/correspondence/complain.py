from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import complaints_for, incidents_for, practitioners_for
from apps.casework.correspondence.complain import complain as send
from apps.legal.complaints import complaint_terms
from apps.portal.forms.complaint import ComplaintForm


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    """« Faire une réclamation »: the form, what happens next and by when, those made before."""
    user = request.user
    form = ComplaintForm(
        request.POST or None,
        initial={"incident": request.GET.get("dossier", "")},
        incidents=incidents_for(user).standing(),
    )
    if form.is_valid():
        complaint = send(
            get_object_or_404(practitioners_for(user)),
            words=form.cleaned_data["words"],
            incident=form.cleaned_data.get("incident"),
            at=timezone.now(),
        )
        messages.success(request, f"Votre réclamation {complaint.reference} est envoyée.")
        return redirect("portal:complaint", complaint.pk)
    context = {
        "form": form,
        "terms": complaint_terms(timezone.localdate()),
        "mediator": settings.MEDIATOR,
        "complaints": complaints_for(user),
    }
    return render(request, "portal/correspondence/complain.html", context)
