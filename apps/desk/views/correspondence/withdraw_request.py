from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import information_requests_for
from apps.casework.correspondence.withdraw_request import withdraw_request as withdraw
from apps.correspondence.models import AlreadySettled
from apps.desk.file_page import find_incident, why_not
from apps.desk.refusing import refusals_told


@insurer_only
@require_POST
def withdraw_request(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """No longer need something that the practitioner was asked for."""
    user = request.user
    incident = find_incident(user, reference)
    asked = information_requests_for(user).filter(incident=incident)
    wanted = get_object_or_404(asked, pk=pk)
    if refusal := why_not(user, incident):
        messages.error(request, refusal)
        return redirect("desk:file_steps", reference)
    with refusals_told(request):
        try:
            withdraw(wanted, by=user, at=timezone.now())
        except AlreadySettled:
            messages.info(request, "Le sociétaire a répondu entre-temps\u00a0: lisez sa réponse.")
        else:
            messages.success(request, "Demande retirée.")
    return redirect("desk:file_steps", reference)
