from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from apps.accounts.models import User
from apps.incidents.models import Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import RefusedOpenly
from apps.remedies.models import PlatformReport


class NotProved(RefusedOpenly):
    """Nothing proves this content yet, and a report may make it vanish."""


@transaction.atomic
def report_to_platform(
    review: Review,
    *,
    reported_on: date,
    by: User,
    at: datetime,
    reference: str = "",
    reason_without_proof: str = "",
) -> PlatformReport:
    """Write down that a content was reported to its platform, by whom and when.

    What is reported may vanish: its proof comes first, or a reason says why not (`NotProved`).
    Reported by the insurer, the file is in action and waits for the platform. The same report
    written twice is one. Raises `IllegalMove`.
    """
    incident = review.locked_incident()
    same = review.platform_reports.filter(
        reported_on=reported_on, reference=reference, reported_by=by
    )
    if made := same.first():
        return made
    proved = has_proof(review)
    if not proved and not reason_without_proof.strip():
        raise NotProved(
            "Aucune capture ni aucun constat ne prouve encore ce contenu, et un signalement peut "
            "le faire disparaître. Ajoutez une capture d’abord, ou dites pourquoi vous n’en avez "
            "pas."
        )
    report = PlatformReport.objects.create(
        review=review,
        reported_on=reported_on,
        reference=reference,
        reason_without_proof="" if proved else reason_without_proof,
        reported_by=by,
        recorded_at=at,
    )
    if by.is_insurer:
        awaited = incident.information_requests.pending().exists()
        incident.move_to(
            Status.IN_ACTION,
            waiting_on=WaitingOn.PRACTITIONER if awaited else WaitingOn.PLATFORM,
        )
        incident.save(update_fields=["status", "waiting_on"])
    record(
        Kind.PLATFORM_REPORTED,
        incident=incident,
        actor=by,
        at=at,
        review=review.number,
        reported_on=reported_on.isoformat(),
    )
    return report


def has_proof(review: Review) -> bool:
    """A current exhibit shows this content, or the file as a whole, or a bailiff has seen it."""
    incident = review.incident
    if incident.bailiff_report_on:
        return True
    shows = Q(reviews=review) | Q(reviews=None)
    return incident.exhibits.current().filter(shows).exists()
