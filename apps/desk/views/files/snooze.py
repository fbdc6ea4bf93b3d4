from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.gates import insurer_only
from apps.casework.files.snooze import snooze as put_aside
from apps.casework.files.wake import wake as bring_back
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.files.snooze_form import SnoozeForm
from apps.desk.queue.around import asked_list, list_url
from apps.incidents.status import WaitingOn
from apps.ui.wording import full_date


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def snooze(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a file aside until a day, or until somebody answers."""
    incident = find_incident(request.user, reference)
    form = SnoozeForm(request.POST or None)

    def act() -> None:
        awaited = form.cleaned_data["awaited"]
        put_aside(
            incident,
            until=form.cleaned_data["until"],
            awaited=WaitingOn(awaited) if awaited else None,
            by=request.user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(request.user, incident), blamed="until"):
        until = full_date(form.cleaned_data["until"])
        messages.success(request, f"Le dossier {reference} dort jusqu’au {until}.")
        asked = asked_list(request)
        return redirect(list_url(asked, None) if asked else "desk:queue")
    return render_file(request, "desk/files/snooze.html", incident, form=form)


@insurer_only
@require_POST
def wake(request: HttpRequest, reference: str) -> HttpResponse:
    """Bring back a file that was put aside."""
    incident = find_incident(request.user, reference)
    if refusal := why_not(request.user, incident):
        messages.error(request, refusal)
    else:
        bring_back(incident, by=request.user, at=timezone.now())
        messages.success(request, f"Le dossier {reference} est réveillé.")
    return redirect("desk:incident", reference)
