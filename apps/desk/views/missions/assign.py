from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.assignments.models import LawyerRequest
from apps.casework.access import deadlines_for
from apps.casework.missions.assign import assign as assign_mission
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.forms import AssignForm
from apps.directory.models import Partner
from apps.incidents.models import Incident

ACCESS = timedelta(days=120)
REPLY = timedelta(days=2)


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Entrust a partner with a selection of the file, once nothing stands in the way."""
    if kind not in Partner.Kind.values:
        raise Http404
    kind = Partner.Kind(kind)
    user, today = request.user, timezone.localdate()
    incident = find_incident(user, reference)
    if gate := _gate(incident, kind):
        return render_file(
            request, "desk/missions/assign_gate.html", incident, kind=kind, gate=gate
        )
    deadline = deadlines_for(user, today=today).driving(incident, today=today)
    form = AssignForm(
        request.POST or None,
        incident=incident,
        kind=kind,
        act_by=deadline.act_by if deadline else None,
        today=today,
        initial={"reply_by": today + REPLY, "visible_until": today + ACCESS},
    )

    def act() -> None:
        chosen = {"exhibits": []} | form.cleaned_data
        assign_mission(incident, **chosen, by=user, at=timezone.now())

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Mission proposée à {form.cleaned_data['partner']}.")
        return redirect("desk:file_missions", reference)
    return render_file(request, "desk/missions/assign.html", incident, form=form, kind=kind)


def _gate(incident: Incident, kind: Partner.Kind) -> str:
    """What closes the page before any name is shown: the law first, then the contract."""
    match kind:
        case Partner.Kind.LAWYER:
            request = getattr(incident, "lawyer_request", None)
            if request is None:
                return "no_written_request"
            return "own_lawyer" if request.choice == LawyerRequest.Choice.OWN else ""
        case Partner.Kind.TECHNICAL:
            contract = incident.contract
            return "" if contract and contract.has_ereputation_assistance else "no_option"
    return ""
