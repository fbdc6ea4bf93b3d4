from datetime import timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import letters_for
from apps.mailbox.models import LetterStatus

LONG = timedelta(minutes=15)
AT_MOST = 100


@insurer_only
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """What has not arrived: refused, doubtful, or waiting for longer than it should."""
    ledger = letters_for(request.user).select_related("recipient", "incident")
    long_due = Q(not_before__lte=timezone.now() - LONG)
    waiting = ledger.filter(long_due | Q(attempts__gt=0), status=LetterStatus.QUEUED)
    context = {
        "undelivered": ledger.undelivered()[:AT_MOST],
        "waiting": waiting.order_by("queued_at", "pk")[:AT_MOST],
    }
    return render(request, "desk/letters/letters.html", context)
