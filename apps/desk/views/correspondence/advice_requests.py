from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import advice_requests_for

AT_MOST = 100


@insurer_only
@require_safe
def advice_requests(request: HttpRequest) -> HttpResponse:
    """The questions that wait for an answer, the oldest first."""
    waiting = advice_requests_for(request.user).filter(answered_at=None, declaration=None)
    waiting = waiting.select_related("practitioner__user").order_by("asked_at", "pk")
    return render(
        request, "desk/correspondence/advice_requests.html", {"waiting": waiting[:AT_MOST]}
    )
