from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for
from apps.casework.correspondence.write_message import write_message
from apps.casework.declarations.confirm_declaration import confirm_declaration as confirm
from apps.portal.forms.correction import CorrectionForm


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_declaration(request: HttpRequest, reference: str) -> HttpResponse:
    """What a handler wrote on the telephone: one confirms it, or says what to correct."""
    user = request.user
    incident = get_object_or_404(incidents_for(user), reference=reference)
    if incident.confirmed_at:
        return redirect("portal:incident", reference)
    form = CorrectionForm(request.POST if "correct" in request.POST else None)
    if "confirm" in request.POST:
        confirm(incident, by=user, at=timezone.now())
        messages.success(request, "Votre déclaration est confirmée.")
        return redirect("portal:incident", reference)
    if form.is_valid():
        write_message(incident, body=form.cleaned_data["body"], by=user, at=timezone.now())
        messages.success(request, "Votre correction est transmise à votre gestionnaire.")
        return redirect("portal:messages", reference)
    context = {
        "incident": incident,
        "form": form,
        "reviews": incident.reviews.order_by("number").prefetch_related("publications"),
    }
    return render(request, "portal/declarations/confirm_declaration.html", context)
