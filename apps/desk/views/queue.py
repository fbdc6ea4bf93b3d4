from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.casework.access import can_take, incidents_for, letters_for
from apps.deadlines.urgency import by_urgency
from apps.incidents.models import Incident
from apps.incidents.status import OPEN, Status

from ..engine import engine

PAGE_SIZE = 25


@dataclass(frozen=True)
class Shelf:
    """A view of the queue: which files, in which order, and what an empty one says."""

    label: str
    holds: Callable[[User], Q]
    when_empty: str
    caption: str = "ce qui expire en premier est en haut"
    order: tuple[str, ...] = ()  # by urgency unless said otherwise


SHELVES = {
    "ouverts": Shelf(
        "Tous les dossiers ouverts", lambda user: Q(status__in=OPEN), "Aucun dossier ouvert"
    ),
    "a_prendre": Shelf(
        "À prendre", lambda user: Q(status__in=OPEN, handler=None), "Aucun dossier à prendre"
    ),
    "miens": Shelf(
        "Les miens", lambda user: Q(status__in=OPEN, handler=user), "Vous ne suivez aucun dossier"
    ),
    "clos": Shelf(
        "Clos",
        lambda user: Q(status=Status.CLOSED),
        "Aucun dossier clos",
        caption="le dernier clos est en haut",
        order=("-closed_at", "pk"),
    ),
}


@insurer_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The files, what expires first on top."""
    user = request.user
    name = request.GET.get("vue", "")
    name = name if name in SHELVES else "ouverts"
    visible = incidents_for(user)
    counts = visible.aggregate(
        **{key: Count("pk", filter=each.holds(user)) for key, each in SHELVES.items()}
    )
    shelf = SHELVES[name]
    files = by_urgency(visible.filter(shelf.holds(user)), today=timezone.localdate())
    if shelf.order:
        files = files.order_by(*shelf.order)
    files = files.select_related("practitioner__user", "handler")
    files = files.prefetch_related("reviews__platform")
    page = Paginator(files, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "shelves": [(key, each.label, counts[key]) for key, each in SHELVES.items()],
        "shelf": shelf,
        "current": name,
        "page": page,
        "rows": [(incident, _platforms(incident), can_take(user, incident)) for incident in page],
        "today": timezone.localdate(),
        **engine(timezone.now()),
        "undelivered": letters_for(user).undelivered().count(),
    }
    return render(request, "desk/queue.html", context)


def _platforms(incident: Incident) -> list[str]:
    names = (str(review.platform or "non reconnue") for review in incident.reviews.all())
    return list(dict.fromkeys(names))
