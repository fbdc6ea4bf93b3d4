from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.gates import seniors_only
from apps.casework.queue.distribute import distribute as prepare
from apps.casework.queue.prepare_bulk import CannotPrepare
from apps.casework.team.ageing import ageing
from apps.casework.team.load import loads, unshared
from apps.desk.team.bars import bars


@seniors_only
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Who carries what, how old the files are, and what nobody has yet."""
    today = timezone.localdate()
    ages = ageing(at=timezone.now())
    context = {
        "loads": loads(today=today),
        "unshared": unshared(today=today).count(),
        "ages": ages,
        "bars": bars([(age.label, age.since_declared, age.since_told) for age in ages]),
    }
    return render(request, "desk/team/team.html", context)


@seniors_only
@require_POST
def distribute(request: HttpRequest) -> HttpResponse:
    """Prepare the sharing out of the new files; nothing is given yet."""
    try:
        action = prepare(by=request.user, at=timezone.now())
    except CannotPrepare:
        messages.info(request, "Aucun nouveau dossier à répartir.")
        return redirect("desk:team")
    return redirect("desk:bulk", action.pk)
