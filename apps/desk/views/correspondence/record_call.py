from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import call_backs_for, calls_for
from apps.casework.correspondence.follow_call import follow_call as follow
from apps.casework.correspondence.record_call import record_call as note_call
from apps.casework.correspondence.variables import values
from apps.correspondence.ready_calls import READY_CALLS
from apps.correspondence.variables import fill
from apps.desk.correspondence.call_form import CallForm
from apps.desk.file_page import done, find_incident, render_file
from apps.incidents.models import Incident


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def record_call(request: HttpRequest, reference: str) -> HttpResponse:
    """The call log of a file. Any colleague may note a call on any file, even a closed one."""
    user = request.user
    incident = find_incident(user, reference)
    form = CallForm(
        request.POST or None,
        now=timezone.now(),
        initial=_prefilled(incident, request.GET.get("modele", "")),
    )

    def act() -> None:
        note_call(incident, form.note, by=user, at=timezone.now())

    if done(form, act, refusal="", blamed="hour"):
        messages.success(request, "L’appel est noté.")
        return redirect("desk:record_call", reference)
    return render_file(
        request,
        "desk/correspondence/record_call.html",
        incident,
        form=form,
        ready=[(code, ready.label) for code, ready in READY_CALLS.items()],
        calls=calls_for(user).filter(incident=incident).select_related("caller", "followed_by"),
        waiting=call_backs_for(user).filter(practitioner=incident.practitioner).first(),
    )


@insurer_only
@require_POST
def follow_call(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """« Fait »: what was to follow a call is done."""
    incident = find_incident(request.user, reference)
    call = get_object_or_404(calls_for(request.user), pk=pk, incident=incident)
    follow(call, by=request.user, at=timezone.now())
    messages.success(request, "La suite de l’appel est faite.")
    return redirect("desk:record_call", reference)


def _prefilled(incident: Incident, code: str) -> dict[str, Any]:
    """What a ready call puts in the form. One that does not exist is a 404."""
    if not code:
        return {}
    if code not in READY_CALLS:
        raise Http404
    ready = READY_CALLS[code]
    words = fill(ready.words, values(incident, today=localdate()))
    return {"counterpart": ready.counterpart, "words": words}
