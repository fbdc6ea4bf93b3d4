from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import acts_for
from apps.casework.deadlines.check_act import check_act as confirm
from apps.deadlines.models import InterruptingAct
from apps.desk.file_page import find_incident, render_file, why_not
from apps.desk.refusing import refusals_told
from apps.incidents.models import Incident, Publication


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def check_act(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Read an act, its document and what it would do, then confirm it: the second person."""
    user = request.user
    incident = find_incident(user, reference)
    act = find_act(request, incident, pk)
    if act.closed_at and request.method != "POST":
        messages.info(request, "Cet acte a été corrigé depuis. Le voici tel qu’il est maintenant.")
        return redirect("desk:file_deadlines", reference)
    if request.method == "POST":
        if refusal := why_not(user, incident):
            messages.error(request, refusal)
            return redirect("desk:file_deadlines", reference)
        with refusals_told(request):
            confirm(act, by=user, at=timezone.now())
            messages.success(request, "Acte confirmé\u00a0: ses délais suivent.")
        return redirect("desk:file_deadlines", reference)
    rows = act.same_act.select_related("review").prefetch_related("review__publications")
    return render_file(
        request,
        "desk/deadlines/check_act.html",
        incident,
        act=act,
        review=act.review,
        contents=[(row.review, _named(row)) for row in rows.order_by("review__number")],
        deadlines=act.review.deadlines.open().filter(act=None).by_urgency()[:1],
        is_ready=act.is_proved and not act.missing,
        may_check=user.is_senior and user != act.recorded_by and act.is_pending,
    )


def _named(act: InterruptingAct) -> list[Publication]:
    """The puttings on line that it moves the clocks of."""
    known = [one for one in act.review.publications.all() if one.closed_at is None]
    return sorted(filter(act.is_about, known), key=lambda one: one.number)


def find_act(request: HttpRequest, incident: Incident, pk: int) -> InterruptingAct:
    """The act of this file that bears this key, be it corrected since; else a 404."""
    rows = acts_for(request.user).filter(review__incident=incident)
    return get_object_or_404(
        rows.select_related("review", "proceeding", "exhibit", "recorded_by").prefetch_related(
            "checks__checked_by", "passages"
        ),
        pk=pk,
    )
