from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import seniors_only
from apps.casework.access import complaints_for
from apps.casework.correspondence.complaint_facts import watched

AT_MOST = 100


@seniors_only
@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """The complaints that wait, the nearest last day on top, then the latest answered ones."""
    every = complaints_for(request.user).select_related(
        "practitioner__user", "incident", "recorded_by"
    )
    waiting = every.open()
    answered = every.exclude(answered_at=None).select_related("answered_by")
    context = {
        "waiting": watched(waiting[:AT_MOST]),
        "answered": watched(answered.order_by("-answered_at", "-pk")[:AT_MOST]),
        "today": timezone.localdate(),
    }
    return render(request, "desk/correspondence/complaints.html", context)
