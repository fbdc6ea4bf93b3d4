from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import assignments_for
from apps.casework.missions.compile import compile as compile_dossier
from apps.desk.file_page import find_incident, why_not
from apps.desk.refusing import refusals_told


@insurer_only
@require_POST
def compile(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Freeze what the partner will read, and have its PDF made."""
    user = request.user
    incident = find_incident(user, reference)
    visible = assignments_for(user, today=timezone.localdate())
    assignment = get_object_or_404(visible.select_related("partner"), incident=incident, pk=pk)
    if refusal := why_not(user, incident):
        messages.error(request, refusal)
        return redirect("desk:file_missions", reference)
    with refusals_told(request):
        dossier = compile_dossier(assignment, by=user, at=timezone.now())
        messages.success(
            request,
            f"Dossier PDF version {dossier.version} en préparation pour {assignment.partner}. "
            "Rechargez cette page dans un instant.",
        )
    return redirect("desk:file_missions", reference)
