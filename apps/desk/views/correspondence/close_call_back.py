from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import call_backs_for
from apps.casework.correspondence.close_call_back import close_call_back as settle
from apps.casework.correspondence.record_call import CallNote, record_call
from apps.correspondence.models import Call


@insurer_only
@require_POST
def close_call_back(request: HttpRequest, pk: int) -> HttpResponse:
    """« Appelé »: nobody else needs to call. Asked from a file, the call enters its log."""
    waiting = get_object_or_404(call_backs_for(request.user).select_related("incident"), pk=pk)
    now = timezone.now()
    if waiting.incident:
        record_call(
            waiting.incident,
            CallNote(
                counterpart=Call.Counterpart.PRACTITIONER,
                direction=Call.Direction.OUTGOING,
                outcome=Call.Outcome.REACHED,
                started_at=now,
            ),
            by=request.user,
            at=now,
        )
    else:
        settle(waiting, by=request.user, at=now)
    messages.success(request, "L’appel est noté.")
    return redirect("desk:queue")
