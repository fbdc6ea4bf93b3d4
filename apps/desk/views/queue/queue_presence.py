from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import incidents_for
from apps.desk.presence import lookers

AT_MOST = 100  # files of one page of the queue


@insurer_only
@require_safe
def queue_presence(request: HttpRequest) -> HttpResponse:
    """Who has each of these files open: small pieces that htmx puts in their rows."""
    asked = [int(pk) for pk in request.GET.getlist("dossier")[:AT_MOST] if pk.isdecimal()]
    visible = incidents_for(request.user).filter(pk__in=asked).values_list("pk", flat=True)
    found = lookers(request.user, visible, at=timezone.now())
    return render(request, "desk/queue/queue_presence.html", {"found": found.items()})
