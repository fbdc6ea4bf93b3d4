from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.queue.prepare_bulk import AT_MOST, prepare_bulk
from apps.desk.queue.asked_queue import AskedQueue
from apps.desk.queue.queue_rows import with_lines
from apps.desk.refusing import refusals_at
from apps.desk.team.team_forms import BulkForm
from apps.incidents.models import IncidentQuerySet

from .queue_csv import csv_of

SHOWN = 100


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def choose_bulk(request: HttpRequest) -> HttpResponseBase:
    """Tick files of the list shown, and say what to do to all of them; nothing happens yet.

    Those ticked in the queue come in the address: they alone are shown, ticked.
    """
    user, today = request.user, timezone.localdate()
    asked = AskedQueue(request.GET, user=user, today=today)
    form = BulkForm(request.POST or None, may_entrust=user.is_senior, today=today)
    picked = request.GET.getlist("dossier")
    chosen = request.POST.getlist("dossier") if form.is_bound else picked
    if form.is_valid():
        files = _chosen(asked, chosen, whole="tous" in request.POST)
        if form.wants_export:
            return csv_of(with_lines(files).in_queue_order(), name="choisis", user=user)
        with refusals_at(form):
            action = prepare_bulk(files, wanted=form.wanted, by=user, at=timezone.now())
            return redirect("desk:bulk", action.pk)
    shown = _chosen(asked, picked, whole=not picked)
    context = {
        "form": form,
        "files": shown.select_related("handler").in_queue_order()[:SHOWN],
        "picked": picked,
        "query": asked.query,
        "chosen": chosen,
        "whole": "tous" in request.POST,
        "shelf": asked.shelf,
        "said": asked.filters.said,
        "today": today,
        "at_most": AT_MOST,
    }
    return render(request, "desk/queue/choose_bulk.html", context)


def _chosen(asked: AskedQueue, references: list[str], *, whole: bool) -> IncidentQuerySet:
    """Those ticked, wherever they have moved since; or the whole list."""
    return asked.files if whole else asked.visible.filter(reference__in=references)
