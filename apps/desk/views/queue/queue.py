from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.casework.access import call_backs_for, letters_for, saved_views_for
from apps.casework.search.queue_facts import count_up_to, undelivered_letters
from apps.desk.engine import engine
from apps.desk.keyset import page_of
from apps.desk.queue.around import query_of
from apps.desk.queue.asked_queue import AskedQueue
from apps.desk.queue.preview import preview
from apps.desk.queue.queue_rows import lines, with_lines
from apps.desk.queue.shelves import COUNTED, SHELVES

PAGE_SIZE = 25


@insurer_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The files, what expires first on top; the one that the address opens, beside them."""
    user, now, today = request.user, timezone.now(), timezone.localdate()
    asked = AskedQueue(request.GET, user=user, today=today)
    page = page_of(
        with_lines(asked.files), order=asked.shelf.order, size=PAGE_SIZE, asked=request.GET.dict()
    )
    figures = _figures(asked, user)
    calls = call_backs_for(user).select_related("practitioner__user", "incident")
    context = {
        "shelves": [(key, each.label, "") for key, each in SHELVES.items()],
        "shelf": asked.shelf,
        "current": asked.name,
        "query": asked.query,
        "place": asked.place,
        "list_query": query_of(asked),
        "parameters": parse_qsl(asked.query),
        "opened": asked.opened,
        "filters": asked.filters,
        "columns": asked.filters.columns,
        "saved_views": saved_views_for(user),
        "page": page,
        "lines": list(lines(page.rows, user=user)),
        **figures,
        "preview": preview(user, asked, page, at=now),
        "today": today,
        "now": now,
        **engine(now),
        "call_backs": calls if figures["calls"] else (),
    }
    return render(request, "desk/queue/queue.html", context)


def _figures(asked: AskedQueue, user: User) -> dict[str, int]:
    """How many files the list holds, letters have not arrived and people wait for a call, in one
    query; one more than `counted` means more than it. Which letters may be told of is a longer
    question than all the others, and is asked when there are any."""
    counted = {
        "count": asked.files,
        "undelivered": undelivered_letters(),
        "calls": call_backs_for(user),
    }
    figures = count_up_to(COUNTED + 1, counted)
    if figures["undelivered"]:
        told = {"undelivered": letters_for(user).undelivered()}
        figures |= count_up_to(COUNTED + 1, told)
    return {"counted": COUNTED, **figures}
