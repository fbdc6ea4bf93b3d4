from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import Complaint
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused


class CannotAnswer(Refused):
    """Not theirs to answer, or a colleague was quicker."""


@transaction.atomic
def answer_complaint(complaint: Complaint, *, answer: str, by: User, at: datetime) -> Complaint:
    """Answer a complaint: the practitioner reads it in Vigie, a letter says that it waits.

    Raises `CannotAnswer` unless the writer is a
    supervisor or the legal lead, and when somebody has answered before.
    """
    if not by.is_senior:
        raise CannotAnswer(
            "Une réclamation reçoit la réponse d’un responsable d’équipe ou du responsable "
            "juridique."
        )
    if complaint.incident:
        Incident.objects.locked(complaint.incident.followed().pk)
    complaint = Complaint.objects.select_for_update().get(pk=complaint.pk)
    if complaint.answered_by:
        if (complaint.answered_by, complaint.answer) == (by, answer):
            return complaint
        raise CannotAnswer(f"{complaint.answered_by} a déjà répondu à cette réclamation.")
    complaint.answer, complaint.answered_by, complaint.answered_at = answer, by, at
    complaint.save(update_fields=["answer", "answered_by", "answered_at"])
    if complaint.incident:
        record(
            Kind.COMPLAINT_ANSWERED,
            incident=complaint.incident,
            actor=by,
            at=at,
            complaint=complaint.pk,
        )
    post(
        "complaint_answered",
        to=complaint.practitioner.user,
        key=f"complaint-{complaint.pk}-answered",
        at=at,
        incident=complaint.incident,
        complaint=complaint.pk,
        reference=complaint.reference,
    )
    return complaint
