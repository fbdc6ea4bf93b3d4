from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import call_backs_for
from apps.desk.engine import engine
from apps.desk.team.my_day import my_day as day_of


@insurer_only
@require_safe
def my_day(request: HttpRequest) -> HttpResponse:
    """Where a handler begins: what is late, what is for today, what is new."""
    now = timezone.now()
    context = {
        "day": day_of(request.user, at=now),
        "today": timezone.localdate(),
        "call_backs": call_backs_for(request.user).select_related("practitioner__user", "incident"),
        **engine(now),
    }
    return render(request, "desk/team/my_day.html", context)
