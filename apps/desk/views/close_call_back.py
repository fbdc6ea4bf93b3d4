from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import call_backs_for
from apps.casework.close_call_back import close_call_back as close


@insurer_only
@require_POST
def close_call_back(request: HttpRequest, pk: int) -> HttpResponse:
    """« Appelé »: nobody else needs to call."""
    waiting = get_object_or_404(call_backs_for(request.user), pk=pk)
    close(waiting, by=request.user, at=timezone.now())
    messages.success(request, "L’appel est noté.")
    return redirect("desk:queue")
