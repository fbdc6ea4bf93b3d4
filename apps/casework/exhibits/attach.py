from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Max, Sum

from apps.accounts.models import User
from apps.bell import ring_on_commit
from apps.exhibits.formats import megabytes
from apps.exhibits.models import Exhibit, ExhibitQuerySet, Scan
from apps.exhibits.refusals import Reason, RefusedFile, Unacceptable
from apps.exhibits.seal import Examined, examine, store
from apps.incidents.models import Declaration, Incident, Review
from apps.journal.kinds import Kind
from apps.journal.models import record


def attach_to_declaration(
    declaration: Declaration,
    *,
    upload: File,
    kind: Exhibit.Kind,
    by: User,
    at: datetime,
    declared_url: str = "",
    contents: Iterable[int] = (),
) -> Exhibit:
    """Seal a file received with a draft; it is numbered when the draft is sent.

    `contents` are the numbers of the draft's contents that it proves. The same bytes sent twice
    are one exhibit. Raises `RefusedFile`, also when the draft was sent while the file was on its
    way.
    """
    examined = examine(upload)
    with transaction.atomic():
        declaration = Declaration.objects.select_for_update(of=("self",)).get(pk=declaration.pk)
        if declaration.incident_id:
            raise RefusedFile(
                "Votre déclaration est déjà envoyée. Signalez ce fichier à votre gestionnaire par "
                "un message."
            )
        others = Exhibit.objects.filter(declaration=declaration)
        exhibit = others.current().filter(sha256=examined.sha256).first()
        if exhibit is None:
            exhibit = _keep(
                examined,
                upload,
                others,
                declaration=declaration,
                kind=kind,
                declared_url=declared_url,
                uploaded_by=by,
                received_at=at,
            )
        exhibit.contents = sorted({*exhibit.contents, *contents})
        exhibit.save(update_fields=["contents"])
        return exhibit


def attach(
    incident: Incident,
    *,
    upload: File,
    kind: Exhibit.Kind,
    by: User,
    at: datetime,
    declared_url: str = "",
    reviews: Iterable[Review] = (),
) -> Exhibit:
    """Seal a file and add it to a file's numbered exhibits, as proof of these contents.

    The same bytes sent twice are one exhibit. Raises `RefusedFile`.
    """
    examined = examine(upload)
    with transaction.atomic():
        incident = Incident.objects.locked_open(incident.pk)
        others = Exhibit.objects.filter(incident=incident)
        exhibit = others.current().filter(sha256=examined.sha256).first()
        if exhibit is None:
            exhibit = _keep(
                examined,
                upload,
                others,
                incident=incident,
                number=(others.aggregate(last=Max("number"))["last"] or 0) + 1,
                kind=kind,
                declared_url=declared_url,
                uploaded_by=by,
                received_at=at,
            )
            record(Kind.EXHIBIT_ADDED, incident=incident, actor=by, at=at, number=exhibit.number)
        exhibit.reviews.add(*reviews)
        return exhibit


def _keep(examined: Examined, upload: File, others: ExhibitQuerySet, **facts: Any) -> Exhibit:
    held = others.aggregate(held=Sum("size"))["held"] or 0
    most = settings.EXHIBIT_TOTAL_MAX_BYTES
    if held + examined.size > most:
        raise Unacceptable(Reason.TOTAL_TOO_LARGE, megabytes(most)).about(examined.name)
    ring_on_commit("prepare_exhibits")
    ring_on_commit("read_exhibits")
    if settings.CLAMD_URL:
        ring_on_commit("scan_exhibits")
    return Exhibit.objects.create(
        name=examined.name,
        media_type=examined.media_type,
        size=examined.size,
        sha256=examined.sha256,
        width=examined.width,
        height=examined.height,
        original=store(examined, upload),
        scan=Scan.on_arrival(),
        **facts,
    )
