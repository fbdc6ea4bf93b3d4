from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.gates import seniors_only
from apps.casework.readings.reread import reread as keep
from apps.casework.readings.sample import sample_of
from apps.desk.file_page import find_incident, render_file
from apps.desk.refusing import refusals_at
from apps.desk.team.team_forms import RereadForm


@seniors_only
@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    """The closed files of a month that are to be read again, and what was found."""
    month = _month(request.GET.get("mois", ""))
    drawn = sample_of(month)
    files = drawn.files.select_related("handler", "rereading__by").order_by("closed_at", "pk")
    context = {"month": f"{month:%Y-%m}", "files": files, "closed": drawn.closed}
    return render(request, "desk/readings/sample.html", context)


@seniors_only
@require_http_methods(["GET", "HEAD", "POST"])
def reread(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what the second look at a closed file found."""
    incident = find_incident(request.user, reference)
    form = RereadForm(request.POST or None)
    if form.is_valid():
        with refusals_at(form):
            keep(incident, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, f"Relecture du dossier {reference} enregistrée.")
            return redirect("desk:sample")
    return render_file(request, "desk/readings/reread.html", incident, form=form, refusal="")


def _month(asked: str) -> date:
    """The month written « 2026-11 », else the current one."""
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        return timezone.localdate().replace(day=1)
