from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.accounts.models import User
from apps.casework.access import deadlines_for, events_for, exhibits_for, incidents_for
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event

from ..progress import progress

# Nobody decides these: the law does, and the page says so.
COMPUTED = {Kind.DEADLINE_OPENED, Kind.DEADLINE_UNDATED}


@practitioners_only
@require_safe
def incident(request: HttpRequest, reference: str) -> HttpResponse:
    """One's file: what happened, who acts next and by when."""
    user, today = request.user, timezone.localdate()
    found = get_object_or_404(incidents_for(user), reference=reference)
    clocks = deadlines_for(user).open().by_urgency(today=today)
    context = {
        "incident": found,
        "progress": progress(found, today=today),
        "deadline": clocks.driving(found, today=today),
        "timeline": _timeline(user, found),
        "reviews": found.reviews.order_by("number")
        .select_related("platform")
        .prefetch_related(
            "publications", "passages__qualifications", Prefetch("deadlines", clocks)
        ),
        "exhibits": exhibits_for(user, today=today).filter(incident=found),
        "today": today,
    }
    return render(request, "portal/incident.html", context)


def _timeline(user: User, incident: Incident) -> list[dict[str, object]]:
    """What happened, oldest first, in plain words; people of the insurer have no name here."""
    events = events_for(user).filter(incident=incident).select_related("actor").order_by("pk")
    return [
        {"at": event.at, "sentence": event.plain_sentence, "who": _who(event)} for event in events
    ]


def _who(event: Event) -> str:
    if event.actor is None or event.kind in COMPUTED:
        return "Vigie"
    if event.actor.is_practitioner:
        return "Vous"
    return "Votre partenaire" if event.actor.is_partner else "Votre gestionnaire"
