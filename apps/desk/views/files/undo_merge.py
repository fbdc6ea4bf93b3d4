from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import merges_for
from apps.casework.files.undo_merge import undo_merge as undo
from apps.desk.file_page import done, find_incident, render_file, why_not


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def undo_merge(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Give an absorbed file back what came from it."""
    user = request.user
    incident = find_incident(user, reference)
    of_file = merges_for(user).filter(kept=incident).select_related("absorbed", "by")
    merge = get_object_or_404(of_file, pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)

    def act() -> None:
        undo(merge, by=user, at=timezone.now())

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Le dossier {merge.absorbed} est de nouveau suivi à part.")
        return redirect("desk:incident", merge.absorbed.reference)
    return render_file(request, "desk/files/undo_merge.html", incident, form=form, merge=merge)
