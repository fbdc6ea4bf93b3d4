from datetime import datetime
from typing import Any

from django.db import transaction

from apps.assignments.models import Assignment
from apps.dossiers.models import Dossier
from apps.dossiers.pdf import CannotRender, dossier_pdf
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import print_pages
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


def render(dossier: Dossier, *, at: datetime) -> Dossier:
    """Make the PDF of a frozen content, store it with its SHA-256 and tell the partner.

    Idempotent: a dossier that is ready is left alone, and two workers at once end with one file.
    One that holds an exhibit which the antivirus has not cleared waits for it.
    Laying out takes seconds, so it happens before the transaction. A dossier that could not be
    made three times is marked as failed, for a person to look at.
    """
    if not dossier.is_on_its_way:
        return dossier
    named = Exhibit.objects.filter(pk__in=[each["id"] for each in dossier.content["exhibits"]])
    if named.downloadable().count() > named.safe_for_partners().count():
        return dossier
    if not dossier.count_attempt():
        return dossier
    pdf = dossier_pdf(dossier.content, images=_images(dossier))
    return _store(dossier, pdf, at=at)


def _images(dossier: Dossier) -> dict[int, list[bytes]]:
    """The pages to print of the pictures that the content names, by exhibit."""
    wanted = [exhibit["id"] for exhibit in dossier.content["exhibits"] if exhibit["is_image"]]
    safe = Exhibit.objects.safe_for_partners().filter(pk__in=wanted)
    if safe.count() < len(wanted):
        raise CannotRender("a virus was found in an exhibit")
    try:
        return {exhibit.pk: print_pages(exhibit) for exhibit in safe}
    except (OSError, SyntaxError) as error:
        raise CannotRender(f"a print copy is damaged: {error}") from error


@transaction.atomic
def _store(dossier: Dossier, pdf: bytes, *, at: datetime) -> Dossier:
    incident = Incident.objects.locked_anyway(dossier.incident_id)
    dossier.refresh_from_db()
    if not dossier.is_on_its_way:
        return dossier
    dossier.seal(pdf)
    dossier.rendered_at = at
    dossier.save(update_fields=[*Dossier.SEAL, "rendered_at"])
    about: dict[str, Any] = {"version": dossier.version, "partner_kind": dossier.partner.kind}
    record(Kind.DOSSIER_RENDERED, incident=incident, actor=None, at=at, **about)
    _tell_partner(dossier, incident, at=at, **about)
    return dossier


def _tell_partner(dossier: Dossier, incident: Incident, *, at: datetime, **about: Any) -> None:
    """Nobody is told when the mission ended while the PDF was being made."""
    entrusted = Assignment.objects.open().filter(incident=incident, partner=dossier.partner)
    assignment = entrusted.first()
    if assignment is None:
        return
    for member in dossier.partner.members.filter(is_active=True):
        post(
            "dossier_ready",
            to=member,
            key=f"dossier-{dossier.pk}-ready-user-{member.pk}",
            at=at,
            incident=incident,
            assignment=assignment.pk,
            reference=assignment.reference,
            **about,
        )
