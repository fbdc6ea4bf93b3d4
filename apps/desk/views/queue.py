from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import call_backs_for, letters_for, saved_views_for

from ..asked_queue import AskedQueue
from ..engine import engine
from ..keyset import page_of
from ..queue_rows import lines, with_lines
from ..shelves import SHELVES

PAGE_SIZE = 25


@insurer_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The files, what expires first on top."""
    user, today = request.user, timezone.localdate()
    asked = AskedQueue(request.GET, user=user, today=today)
    page = page_of(
        with_lines(asked.files), order=asked.shelf.order, size=PAGE_SIZE, asked=request.GET.dict()
    )
    context = {
        "shelves": [(key, each.label, "") for key, each in SHELVES.items()],
        "shelf": asked.shelf,
        "current": asked.name,
        "filters": asked.filters,
        "columns": asked.filters.columns,
        "saved_views": saved_views_for(user),
        "page": page,
        "lines": lines(page.rows, user=user),
        "today": today,
        **engine(timezone.now()),
        "call_backs": call_backs_for(user).select_related("practitioner__user", "incident"),
        "undelivered": letters_for(user).undelivered().count(),
    }
    return render(request, "desk/queue.html", context)
