from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import Role, User
from apps.correspondence.models import Complaint
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.complaints import complaint_terms
from apps.mailbox.post import post

SENIORS = (Role.SUPERVISOR, Role.LEGAL_LEAD)


@transaction.atomic
def complain(
    practitioner: Practitioner, *, words: str, at: datetime, incident: Incident | None = None
) -> Complaint:
    """Send a complaint, about one's file or about none; its two last days are the law's.

    The receipt leaves at once, at any hour, and those who may answer are told; neither letter
    quotes it. Sent twice, it is one complaint; about a file that was merged, it is about the one
    that has absorbed it.
    """
    practitioner = Practitioner.objects.select_for_update().get(pk=practitioner.pk)
    if incident:
        incident = Incident.objects.locked(incident.followed().pk)
    same = Complaint.objects.open().filter(practitioner=practitioner, incident=incident)
    if sent := same.filter(words=words).first():
        return sent
    terms = complaint_terms(localdate(at))
    complaint = Complaint.objects.create(
        practitioner=practitioner,
        incident=incident,
        words=words,
        sent_at=at,
        acknowledge_by=terms.acknowledge_by,
        answer_by=terms.answer_by,
    )
    if incident:
        record(
            Kind.COMPLAINT_SENT,
            incident=incident,
            actor=practitioner.user,
            at=at,
            complaint=complaint.pk,
            answer_by=terms.answer_by.isoformat(),
        )
    _tell(complaint, at=at)
    return complaint


def _tell(complaint: Complaint, *, at: datetime) -> None:
    about: dict[str, Any] = {
        "reference": complaint.reference,
        "answer_by": complaint.answer_by.isoformat(),
    }
    post(
        "complaint_received",
        to=complaint.practitioner.user,
        key=receipt_key(complaint),
        at=at,
        incident=complaint.incident,
        complaint=complaint.pk,
        **about,
    )
    for person in User.objects.filter(role__in=SENIORS, is_active=True).order_by("pk"):
        post(
            "complaint_to_answer",
            to=person,
            key=f"complaint-{complaint.pk}-to-answer-user-{person.pk}",
            at=at,
            incident=complaint.incident,
            complaint=complaint.pk,
            **about,
        )


def receipt_key(complaint: Complaint) -> str:
    """Which letter acknowledges this complaint."""
    return f"complaint-{complaint.pk}-received"
