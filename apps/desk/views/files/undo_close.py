from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import can_reopen
from apps.casework.files.undo_close import undo_close as undo
from apps.desk.file_page import find_incident
from apps.desk.refusing import refusals_told


@insurer_only
@require_POST
def undo_close(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a closing back, within a day."""
    incident = find_incident(request.user, reference)
    if not can_reopen(request.user, incident, today=timezone.localdate()):
        messages.error(request, "Ce dossier n’est pas le vôtre, ou n’est plus clos.")
        return redirect("desk:incident", reference)
    with refusals_told(request):
        undo(incident, by=request.user, at=timezone.now())
        messages.success(request, f"Clôture annulée. Le dossier {reference} est de nouveau ouvert.")
    return redirect("desk:incident", reference)
