from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.readings.ladder import set_steps
from apps.deadlines.clock import set_clocks, stop_reminding
from apps.incidents.models import Closing, Incident, Qualification
from apps.incidents.status import IllegalMove, Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@transaction.atomic
def reopen(incident: Incident, *, reason: str, by: User, at: datetime) -> Incident:
    """Work again on a file that was closed: same number, and clocks recalculated, never reset.

    Missions that the closing has ended stay ended: the partner is asked again. Raises
    `IllegalMove` when the file is open, or was opened again by somebody else.
    """
    incident = Incident.objects.locked(incident.pk)
    closing = check_closed(incident)
    open_again(incident, closing, kind=Kind.INCIDENT_REOPENED, reason=reason, by=by, at=at)
    return incident


def check_closed(incident: Incident) -> Closing | None:
    """The closing in force, None for files closed before closings were written down."""
    if incident.is_open:
        raise IllegalMove(f"Le dossier {incident.reference} est déjà ouvert.")
    return incident.closings.open().first()


def open_again(
    incident: Incident,
    closing: Closing | None,
    *,
    kind: Kind,
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Put a locked, closed file back to work and set its clocks from the facts as they are.

    The dates come from the same publications, labels and acts: they are those of before, or nearer
    if one of these has changed. A signed decision not to act still stands.
    """
    if closing:
        closing.closed_at, closing.closed_by, closing.reason = at, by, reason
        closing.save(update_fields=["closed_at", "closed_by", "reason"])
    incident.move_to(Status.UNDER_REVIEW, waiting_on=WaitingOn.HANDLER)
    if Qualification.objects.open().filter(passage__review__incident=incident).exists():
        incident.move_to(Status.QUALIFIED, waiting_on=WaitingOn.HANDLER)
    incident.closed_at, incident.outcome, incident.closing_words = None, "", ""
    incident.save(update_fields=["status", "waiting_on", "closed_at", "outcome", "closing_words"])
    for review in incident.reviews.order_by("number"):
        set_clocks(review, at=at, by=by)
        set_steps(review, at=at)
        decision = review.inaction_decisions.filter(closed_at=None).first()
        if decision and decision.is_effective:
            stop_reminding(review)
    record(kind, incident=incident, actor=by, at=at)
    post(
        "incident_reopened",
        to=incident.practitioner.user,
        key=f"incident-{incident.pk}-reopened-{at:%Y%m%d%H%M%S}",
        at=at,
        incident=incident,
    )
