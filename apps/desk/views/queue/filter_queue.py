from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.desk.queue.asked_queue import AskedQueue
from apps.desk.queue.filters import FilterForm


@insurer_only
@require_safe
def filter_queue(request: HttpRequest) -> HttpResponse:
    """The questions that narrow the list; a page of its own, so that the list itself is quick."""
    asked = AskedQueue(request.GET, user=request.user, today=localdate())
    template = "desk/queue/filter_form.html" if request.htmx else "desk/queue/filter_queue.html"
    return render(request, template, {"filters": FilterForm(request.GET), "current": asked.name})
