from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.casework.access import can_reopen
from apps.casework.files.reopen import reopen as reopen_file
from apps.desk.file_page import done, find_incident, render_file
from apps.desk.files.closing_forms import ReopenForm
from apps.incidents.models import Incident


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Work again on a closed file, and say why."""
    user = request.user
    incident = find_incident(user, reference)
    refusal = _why_not_reopen(user, incident)
    form = ReopenForm(request.POST or None)

    def act() -> None:
        reopen_file(incident, **form.cleaned_data, by=user, at=timezone.now())

    if done(form, act, refusal=refusal):
        messages.success(request, f"Dossier {reference} rouvert.")
        return redirect("desk:incident", reference)
    return render_file(request, "desk/files/reopen.html", incident, form=form, refusal=refusal)


def _why_not_reopen(user: User, incident: Incident) -> str:
    if can_reopen(user, incident, today=timezone.localdate()):
        return ""
    if incident.is_open:
        return "Ce dossier est déjà ouvert."
    return "Seuls son gestionnaire et les responsables peuvent rouvrir ce dossier."
