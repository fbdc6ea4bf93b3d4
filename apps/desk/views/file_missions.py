from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.assignments.models import Assignment
from apps.casework.access import dossiers_for
from apps.directory.models import Partner
from apps.dossiers.models import Dossier

from ..file_page import find_incident, render_file


@insurer_only
@require_safe
def file_missions(request: HttpRequest, reference: str) -> HttpResponse:
    """What each trade was entrusted with, and the dossiers made for it."""
    incident = find_incident(request.user, reference)
    dossiers = dossiers_for(request.user, today=timezone.localdate()).filter(incident=incident)
    assignments = incident.assignments.select_related("partner")
    return render_file(
        request,
        "desk/file_missions.html",
        incident,
        lawyer_request=getattr(incident, "lawyer_request", None),
        trades=_trades(list(assignments), list(dossiers)),
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
