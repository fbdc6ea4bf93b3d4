from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.exhibits.attach import attach as attach_file
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.forms import AttachForm
from apps.exhibits.models import Exhibit


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an exhibit to the file; it is sealed and numbered."""
    user = request.user
    incident = find_incident(user, reference)
    form = AttachForm(request.POST or None, request.FILES or None)

    def act() -> None:
        attach_file(
            incident,
            upload=form.cleaned_data["upload"],
            kind=Exhibit.Kind(form.cleaned_data["kind"]),
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(user, incident), blamed="upload"):
        messages.success(request, "Pièce ajoutée et scellée.")
        return redirect("desk:file_exhibits", reference)
    return render_file(request, "desk/exhibits/attach.html", incident, form=form)
