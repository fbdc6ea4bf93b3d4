from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import declarations_for
from apps.directory.models import Practitioner

from ..draft import Draft


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def start_declaration(request: HttpRequest) -> HttpResponse:
    """What a declaration asks for; a practitioner has one draft at most, which is resumed."""
    user, today = request.user, timezone.localdate()
    if request.method == "POST":
        declaration, _ = declarations_for(user).get_or_create(
            practitioner=get_object_or_404(Practitioner, user=user),
            incident=None,
            defaults={"started_at": timezone.now()},
        )
        return redirect(Draft(declaration, today=today).first_incomplete.view)
    return render(request, "portal/start_declaration.html", {"draft": Draft.of(user, today=today)})
