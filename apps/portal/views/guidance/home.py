from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.models import Role
from apps.legal.windows import Window
from apps.portal.forecast import forecast

LANDINGS = {
    Role.PRACTITIONER: "portal:incidents",
    Role.HANDLER: "desk:my_day",
    Role.SUPERVISOR: "desk:prescription",
    Role.LEGAL_LEAD: "desk:prescription",
    Role.PARTNER: "extranet:assignments",
    Role.DELEGATE: "portal:delegations",
    Role.ADMIN: "admin:index",
}


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One's own page when signed in, else the public start page."""
    if request.user.is_authenticated:
        return redirect(LANDINGS[Role(request.user.role)])
    return start(request)


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The public start page, with the example of a content published today.

    It has an address of its own, so that whoever is signed in can read it again.
    """
    today = timezone.localdate()
    example = forecast(Window.on_day(today), territory="75", today=today)
    return render(request, "portal/guidance/home.html", {"today": today, "example": example})
