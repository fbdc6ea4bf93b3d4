from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.casework.access import can_reopen, exhibits_for, online_checks_for, steps_for
from apps.casework.access.blind import why_blind
from apps.casework.files.close import close as close_file
from apps.casework.files.closing_facts import closing_letter, previewed, state_of
from apps.casework.readings.ladder import to_do
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.files.closing_forms import CloseForm
from apps.incidents.models import Incident
from apps.legal.playbook import LadderStep
from apps.legal.retention import RETENTION, purge_day, retention_of


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """End the file: how each content ended, then the letter as it will leave, then the closing."""
    user = request.user
    incident = find_incident(user, reference)
    form = _form(request, user, incident)
    why = why_not(user, incident) or why_blind(user, incident)
    # Of a file closed meanwhile, the verb says by whom.
    refusal = "" if can_reopen(user, incident, today=timezone.localdate()) else why
    if request.POST.get("step") == "check" and not refusal and form.is_valid():
        return _check_page(request, incident, form)

    def act() -> None:
        close_file(
            incident,
            endings=form.endings,
            words=form.cleaned_data["words"],
            hold_reason=form.cleaned_data["hold_reason"],
            seen=form.cleaned_data["seen"],
            by=user,
            at=timezone.now(),
        )

    if request.POST.get("step") != "edit" and done(form, act, refusal=refusal):
        messages.success(request, f"Dossier {reference} clos.")
        return redirect("desk:closed", reference)
    return render_file(
        request,
        "desk/files/close.html",
        incident,
        form=form,
        refusal=why,
        open_missions=incident.assignments.open().select_related("partner"),
        steps_left=to_do(steps_for(user).filter(review__incident=incident))
        .exclude(code=LadderStep.CLOSING.value)
        .select_related("review"),
        awaited=incident.information_requests.pending().count(),
    )


def _form(request: HttpRequest, user: User, incident: Incident) -> CloseForm:
    today = timezone.localdate()
    return CloseForm(
        request.POST or None,
        initial={"seen": state_of(incident)},
        reviews=incident.reviews.prefetch_related("passages__qualifications").order_by("number"),
        exhibits=exhibits_for(user, today=today).filter(incident=incident).current(),
        checks=online_checks_for(user).filter(review__incident=incident).answered(),
    )


def _check_page(request: HttpRequest, incident: Incident, form: CloseForm) -> HttpResponse:
    """The letter exactly as it would leave now, and until when the file is kept."""
    now = timezone.now()
    outcomes = {ending.review.number: ending.outcome for ending in form.endings}
    retention = retention_of(list(outcomes.values()), had_mission=incident.assignments.exists())
    return render_file(
        request,
        "desk/files/close_check.html",
        incident,
        form=form,
        letter=previewed(incident, closing_letter(incident, outcomes, at=now), at=now),
        retention=retention,
        retention_source=RETENTION[retention].source,
        purge_on=purge_day(retention, closed_on=timezone.localdate()),
    )
