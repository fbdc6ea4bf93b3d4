from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.gates import seniors_only
from apps.casework.access import absences_for
from apps.casework.team.declare_absence import declare_absence
from apps.casework.team.end_absence import end_absence as end
from apps.desk.refusing import refusals_at
from apps.desk.team.team_forms import AbsenceForm


@seniors_only
@require_http_methods(["GET", "HEAD", "POST"])
def absences(request: HttpRequest) -> HttpResponse:
    """Who is away or will be, who stands in for them, and a form to say so."""
    form = AbsenceForm(request.POST or None)
    if form.is_valid():
        with refusals_at(form):
            declare_absence(**form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, "Absence enregistrée, remplaçant prévenu.")
            return redirect("desk:absences")
    coming = absences_for(request.user).filter(ended_at=None, ends_on__gte=timezone.localdate())
    context = {"form": form, "absences": coming.select_related("user", "substitute")}
    return render(request, "desk/team/absences.html", context)


@seniors_only
@require_POST
def end_absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody is back sooner, or does not leave."""
    absence = get_object_or_404(absences_for(request.user), pk=pk)
    end(absence, at=timezone.now())
    messages.success(request, f"L’absence de {absence.user} est terminée.")
    return redirect("desk:absences")
