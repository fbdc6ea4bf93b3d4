from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.correspondence.request_information import request_information as ask
from apps.desk.correspondence.request_form import RequestForm
from apps.desk.file_page import done, find_incident, render_file, why_not


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def request_information(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask the practitioner for one or more things, each answered on a page of its own."""
    user = request.user
    incident = find_incident(user, reference)
    form = RequestForm(request.POST or None, incident=incident, today=timezone.localdate())

    def act() -> None:
        ask(
            incident,
            items=form.items,
            due_on=form.cleaned_data["due_on"],
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, "Demande envoyée au sociétaire.")
        return redirect("desk:file_steps", reference)
    return render_file(request, "desk/correspondence/request_information.html", incident, form=form)
