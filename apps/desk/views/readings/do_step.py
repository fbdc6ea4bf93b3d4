from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import steps_for
from apps.casework.readings.do_step import do_step as tick
from apps.casework.readings.redo_step import redo_step as put_back
from apps.desk.file_page import find_incident, why_not
from apps.desk.refusing import refusals_told


@insurer_only
@require_POST
def do_step(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Tick a step of the ladder by hand."""
    return _settle(request, reference, pk, verb=tick, said="Démarche faite")


@insurer_only
@require_POST
def redo_step(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Put a step back on the ladder: it was ticked or set aside by mistake."""
    return _settle(request, reference, pk, verb=put_back, said="Démarche remise à faire")


def _settle(
    request: HttpRequest, reference: str, pk: int, *, verb: Callable[..., object], said: str
) -> HttpResponse:
    user = request.user
    incident = find_incident(user, reference)
    steps = steps_for(user).filter(review__incident=incident).select_related("review")
    row = get_object_or_404(steps, pk=pk)
    if refusal := why_not(user, incident):
        messages.error(request, refusal)
        return redirect("desk:file_steps", reference)
    with refusals_told(request):
        verb(row, by=user, at=timezone.now())
        messages.success(request, f"{said}\u00a0: {row.step.label}.")
    return redirect("desk:file_steps", reference)
