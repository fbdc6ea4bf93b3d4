from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import practitioners_for
from apps.casework.declarations.start_declaration import start_declaration as start
from apps.portal.draft import Draft


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def start_declaration(request: HttpRequest) -> HttpResponse:
    """What a declaration asks for, under which contract, and the drafts that may be resumed."""
    user, today = request.user, timezone.localdate()
    practitioner = get_object_or_404(practitioners_for(user))
    if request.method == "POST":
        declaration = start(practitioner, by=user, at=timezone.now())
        return redirect(Draft(declaration, today=today).next_url)
    context = {
        "drafts": Draft.all_of(user, today=today),
        "contract": practitioner.contracts.on(today),
    }
    return render(request, "portal/declarations/start_declaration.html", context)
