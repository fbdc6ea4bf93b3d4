from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.assignments.models import Assignment
from apps.casework.access import dossiers_for, readable_dossiers_for
from apps.desk.file_page import find_incident, render_file
from apps.desk.missions.first_readings import FirstReadings, first_readings
from apps.directory.models import Partner
from apps.dossiers.models import Dossier
from apps.journal.models import Event


@insurer_only
@require_safe
def file_missions(request: HttpRequest, reference: str) -> HttpResponse:
    """What each trade was entrusted with, and the dossiers made for it."""
    user, today = request.user, timezone.localdate()
    incident = find_incident(user, reference)
    dossiers = dossiers_for(user, today=today).filter(incident=incident)
    readable = readable_dossiers_for(user, today=today).filter(incident=incident)
    assignments = incident.assignments.select_related("partner")
    return render_file(
        request,
        "desk/missions/file_missions.html",
        incident,
        lawyer_request=getattr(incident, "lawyer_request", None),
        trades=_trades(list(assignments), list(dossiers), first_readings(user, incident)),
        readable=set(readable.values_list("pk", flat=True)),
    )


@dataclass(frozen=True)
class Mission:
    """One mission and its dossiers, each with its first reading by the partner, if any."""

    assignment: Assignment
    read: Event | None
    dossiers: list[tuple[Dossier, Event | None]]


@dataclass(frozen=True)
class Trade:
    """The missions of one kind of partner, each with its dossiers."""

    kind: Partner.Kind
    missions: list[Mission]

    @property
    def has_dossiers(self) -> bool:
        return self.kind != Partner.Kind.TECHNICAL

    @property
    def is_free(self) -> bool:
        """May another mission be proposed?"""
        return all(mission.assignment.closed_at for mission in self.missions)


def _trades(
    assignments: list[Assignment], dossiers: list[Dossier], firsts: FirstReadings
) -> list[Trade]:
    def mission(assignment: Assignment) -> Mission:
        theirs = [one for one in dossiers if one.partner_id == assignment.partner_id]
        read = firsts.missions.get(assignment.reference)
        return Mission(assignment, read, [(one, firsts.dossiers.get(one.pk)) for one in theirs])

    return [
        Trade(kind, [mission(mine) for mine in assignments if mine.kind == kind])
        for kind in (Partner.Kind.BAILIFF, Partner.Kind.LAWYER, Partner.Kind.TECHNICAL)
    ]
