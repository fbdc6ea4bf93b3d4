from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import partners_only
from apps.casework.missions.decline import decline as decline_mission
from apps.ui.refusing import refusals_at

from ..forms import DeclineForm
from ..mission import TITLES, find_assignment


@partners_only
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Turn the mission down, with a reason; the office loses sight of it."""
    mission = find_assignment(request.user, pk)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        with refusals_at(form):
            decline_mission(mission, reason=reason, by=request.user, at=timezone.now())
            messages.success(request, f"Vous avez refusé la mission {mission.reference}.")
            return redirect("extranet:assignments")
    context = {"mission": mission, "title": TITLES[mission.kind], "form": form}
    return render(request, "extranet/decline.html", context)
