from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import bulk_actions_for
from apps.casework.queue.run_bulk import run_bulk as run
from apps.casework.queue.undo_bulk import undo_bulk as undo
from apps.desk.refusing import refusals_told
from apps.incidents.models import UNDO_WITHIN, BulkItem


@insurer_only
@require_safe
def bulk(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be done to each file, or what was: refusals with their reason."""
    action = get_object_or_404(bulk_actions_for(request.user), pk=pk)
    items = list(action.items.select_related("incident", "to"))
    states = [item.state for item in items]
    context = {
        "action": action,
        "items": items,
        "planned": states.count(BulkItem.State.PLANNED),
        "done": states.count(BulkItem.State.DONE),
        "refused": states.count(BulkItem.State.REFUSED),
        "undone": states.count(BulkItem.State.UNDONE),
        "is_undoable": action.is_undoable(timezone.now()),
        "undo_until": action.run_at + UNDO_WITHIN if action.run_at else None,
        "minutes": UNDO_WITHIN // timedelta(minutes=1),
    }
    return render(request, "desk/queue/bulk.html", context)


@insurer_only
@require_POST
def run_bulk(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what was prepared, or go on with what an interruption left."""
    action = get_object_or_404(bulk_actions_for(request.user), pk=pk)
    run(action, by=request.user, at=timezone.now())
    return redirect("desk:bulk", pk)


@insurer_only
@require_POST
def undo_bulk(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what was done, within the minutes left for it."""
    action = get_object_or_404(bulk_actions_for(request.user), pk=pk)
    with refusals_told(request):
        count = undo(action, by=request.user, at=timezone.now())
        messages.success(request, f"Dossiers remis comme avant\u00a0: {count}.")
    return redirect("desk:bulk", pk)
