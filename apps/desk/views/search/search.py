from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import found_for, incidents_for
from apps.casework.search.findable import with_places
from apps.desk.keyset import page_of
from apps.desk.queue.shelves import SHELVES
from apps.desk.search.found import found
from apps.search.query import LONGEST, Query

PAGE_SIZE = 25
KEPT = 10  # searches that a person may come back to, in this session


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Look for files by their words. These stay in the session: an address never holds them."""
    if request.method == "POST":
        return _keep(request, request.POST.get("mots", "").strip()[:LONGEST])
    user, today = request.user, timezone.localdate()
    number = request.GET.get("recherche", "")
    typed = request.session.get("searches", {}).get(number, "")
    where = "clos" if request.GET.get("dans") == "clos" else "ouverts"
    query, shelf = Query.read(typed), SHELVES[where]
    context = {
        "typed": typed,
        "query": query,
        "number": number,
        "where": where,
        "today": today,
        "longest": LONGEST,
    }
    if query:
        held = shelf.holds(user, today)
        files = found_for(user, query).filter(held)
        page = page_of(
            with_places(files), order=shelf.order, size=PAGE_SIZE, asked=request.GET.dict()
        )
        nearly = not page.rows and not files.exists()
        if nearly:
            files = found_for(user, query, nearly=True).filter(held)
            page = page_of(
                with_places(files), order=shelf.order, size=PAGE_SIZE, asked=request.GET.dict()
            )
        context |= {
            "page": page,
            "nearly": nearly,
            "found": [found(incident, query) for incident in page.rows],
        }
    return render(request, "desk/search/search.html", context)


def _keep(request: HttpRequest, typed: str) -> HttpResponse:
    """A reference opens its file; other words are kept in the session, under a number."""
    if incident := incidents_for(request.user).filter(reference=typed.upper()).first():
        return redirect("desk:incident", incident.reference)
    if not Query.read(typed):
        return redirect("desk:search")
    number = token_urlsafe(6)
    kept = [*request.session.get("searches", {}).items(), (number, typed)]
    request.session["searches"] = dict(kept[-KEPT:])
    return redirect(f"{reverse('desk:search')}?recherche={number}")
