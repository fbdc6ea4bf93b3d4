from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.files.hand_over import hand_over as give
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.team.team_forms import HandOverForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a file to a colleague, with what they must know."""
    user = request.user
    incident = find_incident(user, reference)
    form = HandOverForm(request.POST or None, but=incident.handler_id)

    def act() -> None:
        give(incident, **form.cleaned_data, by=user, at=timezone.now())

    may_entrust = user.is_senior and incident.is_open
    refusal = "" if may_entrust else why_not(user, incident)
    if done(form, act, refusal=refusal):
        messages.success(request, f"Dossier confié à {form.cleaned_data['to']}.")
        return redirect("desk:incident", reference)
    return render_file(request, "desk/files/hand_over.html", incident, form=form, refusal=refusal)
