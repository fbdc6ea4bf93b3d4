from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import partners_only
from apps.casework.access import assignments_for, can_keep_calendar

from ..mission import TITLES


@partners_only
@require_safe
def assignments(request: HttpRequest) -> HttpResponse:
    """The missions of this person's office, the first answer due on top."""
    today = localdate()
    entrusted = assignments_for(request.user, today=today).select_related("incident")
    missions = [(TITLES[mission.kind], mission) for mission in entrusted.order_by("reply_by", "pk")]
    context = {
        "missions": missions,
        "today": today,
        "keeps_calendar": can_keep_calendar(request.user),
    }
    return render(request, "extranet/assignments.html", context)
