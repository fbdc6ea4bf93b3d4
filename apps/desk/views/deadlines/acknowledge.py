from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.deadlines.acknowledge import acknowledge as answer_for
from apps.desk.file_page import find_incident, why_not


@insurer_only
@require_POST
def acknowledge(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Answer for the reminders of a deadline: they climb no further."""
    user = request.user
    incident = find_incident(user, reference)
    running = (
        deadlines_for(user, today=timezone.localdate())
        .open()
        .filter(incident=incident)
        .select_related("review")
    )
    deadline = get_object_or_404(running, pk=pk)
    if refusal := why_not(user, incident):
        messages.error(request, refusal)
    elif answer_for(deadline, by=user, at=timezone.now()):
        messages.success(request, "Échéance accusée\u00a0: vous en répondez.")
    else:
        messages.info(request, "Aucun rappel de cette échéance n’attend de réponse.")
    return redirect("desk:file_deadlines", reference)
