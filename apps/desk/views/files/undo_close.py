from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import can_reopen
from apps.casework.files.undo_close import TooLateToUndo
from apps.casework.files.undo_close import undo_close as undo
from apps.desk.file_page import find_incident
from apps.incidents.status import IllegalMove


@insurer_only
@require_POST
def undo_close(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a closing back, within a day."""
    incident = find_incident(request.user, reference)
    if not can_reopen(request.user, incident, today=timezone.localdate()):
        messages.error(request, "Ce dossier n’est pas le vôtre, ou n’est plus clos.")
        return redirect("desk:incident", reference)
    try:
        undo(incident, by=request.user, at=timezone.now())
    except (TooLateToUndo, IllegalMove) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Clôture annulée. Le dossier {reference} est de nouveau ouvert.")
    return redirect("desk:incident", reference)
