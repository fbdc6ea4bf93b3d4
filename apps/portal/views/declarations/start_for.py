from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import declarants_only
from apps.casework.access import practitioners_for
from apps.casework.declarations.start_declaration import start_declaration
from apps.portal.draft import Draft


@declarants_only
@require_POST
def start_for(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a declaration for this practitioner: as a delegate, or on the telephone."""
    practitioner = get_object_or_404(practitioners_for(request.user), pk=pk)
    declaration = start_declaration(practitioner, by=request.user, at=timezone.now())
    return redirect(Draft(declaration, today=timezone.localdate()).next_url)
