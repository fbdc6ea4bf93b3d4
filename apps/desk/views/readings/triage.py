from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.casework.access import can_take, incidents_for
from apps.casework.files.take import why_taken
from apps.casework.search.queue_facts import is_proved
from apps.desk.file_page import done, render_file, why_not
from apps.desk.queue.around import asked_list, list_url
from apps.desk.readings.triage import CHOICES
from apps.incidents.models import Incident


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def triage(request: HttpRequest, reference: str, choice: str) -> HttpResponse:
    """Sort a new file in one of four ways; nothing leaves before the words are confirmed."""
    if choice not in CHOICES:
        raise Http404
    user, chosen = request.user, CHOICES[choice]
    files = incidents_for(user).select_related("practitioner__user", "contract", "handler")
    incident = get_object_or_404(files.annotate(proved=is_proved()), reference=reference)
    form = chosen.form(
        request.POST or None,
        incident=incident,
        is_proved=incident.proved,
        user=user,
        today=timezone.localdate(),
    )

    def act() -> None:
        chosen.act(incident, form, by=user, at=timezone.now())

    refusal = _why_not(user, incident)
    if done(form, act, refusal=refusal):
        messages.success(request, f"{reference}\u00a0: {chosen.done}")
        return redirect(_next_address(request, incident, choice))
    return render_file(
        request, "desk/readings/triage.html", incident, form=form, choice=chosen, refusal=refusal
    )


def _why_not(user: User, incident: Incident) -> str:
    """Only what nobody has is sorted."""
    if can_take(user, incident):
        return ""
    if incident.is_open:
        return why_taken(incident, by=user)
    return why_not(user, incident)


def _next_address(request: HttpRequest, incident: Incident, choice: str) -> str:
    """After an advice, the reading to record; else the next file of the list, or this one."""
    asked = asked_list(request)
    if choice == "conseil":
        first = incident.reviews.order_by("number").values_list("number", flat=True)[0]
        return reverse("desk:qualify", args=[incident.reference, first])
    if asked is None:
        return reverse("desk:incident", args=[incident.reference])
    return list_url(asked, asked.around(incident)[1])
