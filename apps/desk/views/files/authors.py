from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.gates import insurer_only
from apps.casework.files.dismiss_author import dismiss_author as dismiss
from apps.casework.files.link_author import link_author as link
from apps.casework.files.unlink_author import unlink_author as unlink
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.files.merge_forms import DismissAuthorForm
from apps.desk.refusing import refusals_told


@insurer_only
@require_POST
def link_author(request: HttpRequest, reference: str, other: str) -> HttpResponse:
    """Say that two files may come from the same author."""
    return _say(request, reference, other, link, "Dossiers reliés.")


@insurer_only
@require_POST
def unlink_author(request: HttpRequest, reference: str, other: str) -> HttpResponse:
    """Take back what was said of two files."""
    return _say(request, reference, other, unlink, "Rapprochement repris.")


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def dismiss_author(request: HttpRequest, reference: str, other: str) -> HttpResponse:
    """Set the suggestion of another file aside, and say why."""
    user = request.user
    incident, likened = find_incident(user, reference), find_incident(user, other)
    form = DismissAuthorForm(request.POST or None)

    def act() -> None:
        dismiss(incident, likened, reason=form.cleaned_data["reason"], by=user, at=timezone.now())

    if done(form, act, refusal=why_not(user, incident), blamed="reason"):
        messages.success(request, f"Le dossier {other} n’est plus proposé ici.")
        return redirect("desk:incident", reference)
    return render_file(
        request, "desk/files/dismiss_author.html", incident, form=form, other=likened
    )


def _say(
    request: HttpRequest, reference: str, other: str, verb: Callable[..., object], said: str
) -> HttpResponse:
    user = request.user
    incident, likened = find_incident(user, reference), find_incident(user, other)
    if refusal := why_not(user, incident):
        messages.error(request, refusal)
        return redirect("desk:incident", reference)
    with refusals_told(request):
        verb(incident, likened, by=user, at=timezone.now())
        messages.success(request, said)
    return redirect("desk:incident", reference)
