from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.files.split import split as split_file
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.files.merge_forms import SplitForm
from apps.incidents.models import Incident


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, reference: str) -> HttpResponse:
    """Take some contents out of a file, into a new one of the same practitioner."""
    user = request.user
    incident = find_incident(user, reference)
    form = SplitForm(request.POST or None, incident=incident)
    opened: list[Incident] = []

    def act() -> None:
        reviews = form.cleaned_data["reviews"]
        opened.append(split_file(incident, reviews=reviews, by=user, at=timezone.now()))

    if done(form, act, refusal=why_not(user, incident), blamed="reviews"):
        new = opened[0].reference
        messages.success(request, f"Dossier {new} ouvert avec ces contenus.")
        return redirect("desk:incident", new)
    contents = incident.reviews.count()
    return render_file(request, "desk/files/split.html", incident, form=form, contents=contents)
