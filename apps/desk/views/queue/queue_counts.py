from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import incidents_for
from apps.desk.queue.shelves import COUNTED, DEFAULT, SHELVES, counts


@insurer_only
@require_safe
def queue_counts(request: HttpRequest) -> HttpResponse:
    """How many files each view holds. The queue asks again each minute; the list waits for none."""
    user = request.user
    held = counts(incidents_for(user), user=user, today=localdate())
    context = {
        "shelves": [(key, each.label, _figure(held[key])) for key, each in SHELVES.items()],
        "current": request.GET.get("vue", DEFAULT),
    }
    return render(request, "desk/queue/queue_tabs.html", context)


def _figure(count: int) -> str:
    return f"plus de {COUNTED}" if count > COUNTED else str(count)
