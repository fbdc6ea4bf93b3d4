from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import incidents_for, known_complaints_for, practitioners_for
from apps.casework.correspondence.complain import CannotComplain, complain
from apps.correspondence.models import Complaint
from apps.desk.correspondence.complaint_form import NotedComplaintForm
from apps.desk.declarations.practitioners import look_up
from apps.desk.refusing import refusals_at
from apps.ui.wording import full_date


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def find_complainant(request: HttpRequest) -> HttpResponse:
    """Find who complains: somebody whose account is closed may."""
    return render(request, "desk/correspondence/find_complainant.html", look_up(request))


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def record_complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a complaint that came by post, by telephone or by e-mail. Any colleague may."""
    user = request.user
    practitioner = get_object_or_404(practitioners_for(user).select_related("user"), pk=pk)
    form = NotedComplaintForm(
        request.POST or None,
        initial={"incident": request.GET.get("dossier", "")},
        incidents=incidents_for(user).standing().filter(practitioner=practitioner),
    )
    underway = known_complaints_for(user).open().filter(practitioner=practitioner)
    if form.is_valid():
        with refusals_at(form), refusals_at(form, "sent_on", catch=CannotComplain):
            noted = complain(practitioner, **form.cleaned_data, by=user, at=timezone.now())
            _say(request, noted)
            return _go_on(request, noted)
    context = {
        "form": form,
        "practitioner": practitioner,
        "underway": underway.select_related("incident", "recorded_by"),
    }
    return render(request, "desk/correspondence/record_complaint.html", context)


def _say(request: HttpRequest, noted: Complaint) -> None:
    today, last_day = timezone.localdate(), full_date(noted.answer_by)
    messages.success(
        request,
        f"La réclamation {noted.reference} est notée, les responsables sont prévenus.",
    )
    if noted.is_late(today):
        messages.warning(
            request, f"Sa réponse est déjà en retard\u00a0: elle était due le {last_day}."
        )
    else:
        messages.info(request, f"Sa réponse est due au plus tard le {last_day}.")
    if noted.acknowledge_by < today:
        messages.warning(
            request,
            "Son accusé de réception part en retard\u00a0: il était dû le "
            f"{full_date(noted.acknowledge_by)}.",
        )


def _go_on(request: HttpRequest, noted: Complaint) -> HttpResponse:
    """To the complaint for those who may read it, else to its file, else to the next one."""
    if request.user.is_senior:
        return redirect("desk:answer_complaint", noted.pk)
    if noted.incident:
        return redirect("desk:incident", noted.incident.reference)
    return redirect("desk:find_complainant")
