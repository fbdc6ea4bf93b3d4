from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.deadlines.undo_check import undo_check as take_back
from apps.desk.deadlines.deadline_forms import UndoCheckForm
from apps.desk.file_page import done, find_incident, render_file, why_not

from .check_act import find_act


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def undo_check(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Take back the confirmation of an act: the earlier dates drive again at once."""
    user = request.user
    incident = find_incident(user, reference)
    act = find_act(request, incident, pk)
    form = UndoCheckForm(request.POST or None)

    def undo() -> None:
        take_back(act, reason=form.cleaned_data["reason"], by=user, at=timezone.now())

    if done(form, undo, refusal=why_not(user, incident)):
        messages.success(request, "Vérification reprise\u00a0: les dates d’avant commandent.")
        return redirect("desk:file_deadlines", reference)
    return render_file(
        request, "desk/deadlines/undo_check.html", incident, act=act, review=act.review, form=form
    )
