from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.access import (
    deadlines_for,
    dossiers_for,
    events_for,
    exhibits_for,
    letters_for,
)
from apps.casework.consult import consult
from apps.directory.models import Partner
from apps.dossiers.models import Dossier
from apps.incidents.models import Incident
from apps.journal.kinds import Kind

from ..file_page import find_incident, render_file
from ..next_step import next_step
from ..passages import readings, segments
from ..proceedings import proceedings


@insurer_only
@require_safe
def incident(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole file, its clock first. Reading it is recorded."""
    user, today = request.user, timezone.localdate()
    incident = find_incident(user, reference)
    consult(incident, kind=Kind.INCIDENT_READ, by=user, at=timezone.now())
    reviews = list(
        incident.reviews.select_related("platform", "incident__practitioner")
        .prefetch_related(
            "publications",
            "passages__qualifications__by",
            "acts__exhibit",
            "inaction_decisions__signed_by",
            "inaction_decisions__seconded_by",
        )
        .order_by("number")
    )
    assignments = list(incident.assignments.select_related("partner"))
    lawyer_request = getattr(incident, "lawyer_request", None)
    deadlines = (
        deadlines_for(user).open().filter(incident=incident).by_urgency(today=timezone.localdate())
    )
    exhibits = exhibits_for(user, today=today).filter(incident=incident)
    dossiers = dossiers_for(user, today=today).filter(incident=incident)
    letters = letters_for(user).filter(incident=incident).select_related("recipient")
    return render_file(
        request,
        "desk/incident.html",
        incident,
        step=next_step(
            user,
            incident,
            reviews=reviews,
            assignments=assignments,
            lawyer_request=lawyer_request,
        ),
        contents=[(review, list(segments(review)), readings(review)) for review in reviews],
        deadlines=deadlines.select_related("review", "publication").prefetch_related(
            "reminders__acknowledged_by"
        ),
        proceedings=[proceedings(review) for review in reviews],
        exhibits=exhibits.select_related("uploaded_by"),
        lawyer_request=lawyer_request,
        trades=_trades(assignments, list(dossiers)),
        letters=letters.order_by("-queued_at", "-pk"),
        shows_readings="lectures" in request.GET,
        timeline=_timeline(user, incident, with_readings="lectures" in request.GET),
    )


@dataclass(frozen=True)
class Trade:
    """The missions of one kind of partner, each with its dossiers."""

    kind: Partner.Kind
    missions: list[tuple[Assignment, list[Dossier]]]

    @property
    def has_dossiers(self) -> bool:
        return self.kind != Partner.Kind.TECHNICAL

    @property
    def is_free(self) -> bool:
        """May another mission be proposed?"""
        return all(assignment.closed_at for assignment, _ in self.missions)


def _trades(assignments: list[Assignment], dossiers: list[Dossier]) -> list[Trade]:
    def made_for(assignment: Assignment) -> list[Dossier]:
        return [dossier for dossier in dossiers if dossier.partner_id == assignment.partner_id]

    return [
        Trade(kind, [(mine, made_for(mine)) for mine in assignments if mine.kind == kind])
        for kind in (Partner.Kind.BAILIFF, Partner.Kind.LAWYER, Partner.Kind.TECHNICAL)
    ]


def _timeline(user: User, incident: Incident, *, with_readings: bool) -> list[dict[str, object]]:
    """What happened, newest first. Our own readings of the page are left out unless asked for."""
    events = events_for(user).filter(incident=incident).select_related("actor").order_by("-pk")
    if not with_readings:
        events = events.exclude(kind=Kind.INCIDENT_READ)
    return [
        {"at": event.at, "sentence": event.sentence, "who": event.actor or "Vigie"}
        for event in events
    ]
