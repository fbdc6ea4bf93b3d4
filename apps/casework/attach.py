from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from apps.accounts.models import User
from apps.bell import ring_on_commit
from apps.exhibits.models import Exhibit
from apps.exhibits.seal import RefusedFile, seal
from apps.incidents.models import Declaration, Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def attach_to_declaration(
    declaration: Declaration, *, upload: UploadedFile, kind: Exhibit.Kind, by: User, at: datetime
) -> Exhibit:
    """Seal a file received with a draft; it is numbered when the draft is sent.

    Raises `RefusedFile`, also when the draft was sent while the file was on its way.
    """
    declaration = Declaration.objects.select_for_update().get(pk=declaration.pk)
    if declaration.incident_id:
        raise RefusedFile(
            "Votre déclaration est déjà envoyée. Signalez ce fichier à votre gestionnaire par un "
            "message."
        )
    return _keep(upload, kind, by=by, at=at, declaration=declaration)


@transaction.atomic
def attach(
    incident: Incident, *, upload: UploadedFile, kind: Exhibit.Kind, by: User, at: datetime
) -> Exhibit:
    """Seal a file and add it to a file's numbered exhibits. Raises `RefusedFile`."""
    incident = Incident.objects.locked_open(incident.pk)
    last = incident.exhibits.aggregate(last=Max("number"))["last"] or 0
    exhibit = _keep(upload, kind, by=by, at=at, incident=incident, number=last + 1)
    record(Kind.EXHIBIT_ADDED, incident=incident, actor=by, at=at, number=exhibit.number)
    return exhibit


def _keep(
    upload: UploadedFile, kind: Exhibit.Kind, *, by: User, at: datetime, **place: object
) -> Exhibit:
    sealed = seal(upload)
    ring_on_commit("prepare_exhibits")
    return Exhibit.objects.create(
        kind=kind,
        name=sealed.name,
        media_type=sealed.media_type,
        size=sealed.size,
        sha256=sealed.sha256,
        original=sealed.stored_as,
        uploaded_by=by,
        received_at=at,
        **place,
    )
