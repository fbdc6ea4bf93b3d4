from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.files.take import take as take_file
from apps.desk.file_page import find_incident
from apps.refusals import Refused


@insurer_only
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """Become the handler of a file; who comes second is told who was quicker.

    From the list, one stays in the list.
    """
    incident = find_incident(request.user, reference)
    try:
        take_file(incident, by=request.user, at=timezone.now())
    except Refused as refusal:
        if request.htmx:
            return render(request, "desk/files/taken.html", {"refusal": refusal})
        messages.error(request, str(refusal))
        return redirect("desk:incident", reference)
    if request.htmx:
        return render(request, "desk/files/taken.html")
    messages.success(request, f"Vous suivez maintenant le dossier {reference}.")
    return redirect("desk:incident", reference)
