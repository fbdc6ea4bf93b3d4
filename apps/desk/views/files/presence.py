from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.desk.file_page import find_incident
from apps.desk.presence import look_at, lookers


@insurer_only
@require_safe
def presence(request: HttpRequest, reference: str) -> HttpResponse:
    """Who else has the file open; asking is a sign of life."""
    incident, now = find_incident(request.user, reference), timezone.now()
    look_at(incident, by=request.user, at=now)
    found = lookers(request.user, [incident.pk], at=now)[incident.pk]
    context = {"incident": incident, "lookers": found}
    return render(request, "desk/files/presence.html", context)
