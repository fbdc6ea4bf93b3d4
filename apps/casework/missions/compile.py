from datetime import datetime

from django.db import transaction
from django.db.models import Max

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.bell import ring_on_commit
from apps.directory.models import Partner
from apps.dossiers.models import Dossier
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused

from .dossier_content import dossier_content


class NothingToCompile(Refused):
    """No dossier is made for this mission."""


@transaction.atomic
def compile(assignment: Assignment, *, by: User, at: datetime) -> Dossier:
    """Freeze what the partner will read as a new version, and have its PDF made by a worker.

    Raises `NothingToCompile` for a technical provider (they get the mission page alone) and for a
    mission that is over.
    """
    incident = Incident.objects.locked(assignment.incident_id)
    assignment.refresh_from_db(fields=["closed_at"])
    partner = assignment.partner
    if partner.kind == Partner.Kind.TECHNICAL:
        raise NothingToCompile("Le prestataire technique travaille sur sa mission, sans dossier.")
    if assignment.closed_at:
        raise NothingToCompile("Cette mission est terminée : elle n’appelle plus de dossier.")
    previous = incident.dossiers.filter(partner=partner).aggregate(last=Max("version"))["last"]
    version = (previous or 0) + 1
    dossier = Dossier.objects.create(
        incident=incident,
        partner=partner,
        version=version,
        content=dossier_content(assignment, version=version, at=at),
        compiled_by=by,
        compiled_at=at,
    )
    record(
        Kind.DOSSIER_COMPILED,
        incident=incident,
        actor=by,
        at=at,
        version=version,
        partner_kind=partner.kind,
    )
    ring_on_commit("render_dossiers")
    return dossier
