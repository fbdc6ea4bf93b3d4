from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.close import close as close_file
from apps.incidents.status import Outcome

from ..file_page import done, find_incident, render_file, why_not
from ..forms import CloseForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """End the file: an outcome, a summary for the practitioner, and what follows from it."""
    user = request.user
    incident = find_incident(user, reference)
    form = CloseForm(request.POST or None)

    def act() -> None:
        close_file(
            incident,
            outcome=Outcome(form.cleaned_data["outcome"]),
            words=form.cleaned_data["words"],
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Dossier {reference} clos.")
        return redirect("desk:incident", reference)
    return render_file(
        request,
        "desk/close.html",
        incident,
        form=form,
        open_missions=incident.assignments.open().select_related("partner"),
    )
