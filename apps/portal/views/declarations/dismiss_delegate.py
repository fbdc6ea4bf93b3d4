from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import practitioners_only
from apps.casework.access import delegates_for
from apps.casework.declarations.dismiss_delegate import dismiss_delegate as dismiss


@practitioners_only
@require_POST
def dismiss_delegate(request: HttpRequest, pk: int) -> HttpResponse:
    """End what somebody may do in one's name."""
    dismiss(get_object_or_404(delegates_for(request.user), pk=pk), at=timezone.now())
    messages.success(request, "Cette personne ne peut plus rien préparer pour vous.")
    return redirect("portal:delegates")
