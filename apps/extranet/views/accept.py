from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import partners_only
from apps.casework.missions.accept import accept as accept_mission
from apps.ui.refusing import refusals_told

from ..mission import find_assignment


@partners_only
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the mission on."""
    mission = find_assignment(request.user, pk)
    with refusals_told(request):
        accept_mission(mission, by=request.user, at=timezone.now())
        messages.success(request, f"Vous avez accepté la mission {mission.reference}.")
    return redirect("extranet:assignment", pk)
