from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.deadlines.add_publication import add_publication as add
from apps.desk.deadlines.deadline_forms import AddPublicationForm
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def add_publication(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Note that a content came back on line. It gets a clock of its own, beside the first one."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    form = AddPublicationForm(
        request.POST or None,
        today=timezone.localdate(),
        territory=incident.practitioner.department,
        at=timezone.now(),
    )

    def act() -> None:
        add(
            review,
            kind=form.cleaned_data["kind"],
            window=form.cleaned_data["window"],
            edit=form.cleaned_data.get("edit"),
            reason=form.cleaned_data["reason"],
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, "Nouvelle mise en ligne notée, avec son propre délai.")
        return redirect("desk:file_deadlines", reference)
    return render_file(
        request, "desk/deadlines/add_publication.html", incident, form=form, review=review
    )
