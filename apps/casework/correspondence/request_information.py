from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import InformationRequest
from apps.incidents.models import Incident, Review
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to ask for, in the words that the practitioner reads."""

    kind: InformationRequest.Kind
    question: str
    review: Review | None = None


@transaction.atomic
def request_information(
    incident: Incident, *, items: Sequence[Item], due_on: date, by: User, at: datetime
) -> list[InformationRequest]:
    """Ask the practitioner for one or more things, with one letter for all of them (E09).

    From now on the file waits for them; its legal dates do not wait. Raises `IllegalMove`.
    """
    incident = Incident.objects.locked_open(incident.pk)
    if not items:
        return []
    incident.waiting_on = WaitingOn.PRACTITIONER
    incident.save(update_fields=["waiting_on"])
    asked = [
        InformationRequest.objects.create(
            incident=incident,
            review=item.review,
            kind=item.kind,
            question=item.question,
            due_on=due_on,
            asked_by=by,
            asked_at=at,
        )
        for item in items
    ]
    due = due_on.isoformat()
    record(
        Kind.INFORMATION_REQUESTED, incident=incident, actor=by, at=at, items=len(asked), due_on=due
    )
    post(
        "information_requested",
        to=incident.practitioner.user,
        key=f"request-{asked[0].pk}-asked",
        at=at,
        incident=incident,
        due_on=due,
    )
    return asked
