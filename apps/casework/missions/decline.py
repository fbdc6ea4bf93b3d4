from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.letters.recipients import followers
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@transaction.atomic
def decline(assignment: Assignment, *, reason: str, by: User, at: datetime) -> Assignment:
    """The partner turns the mission down: it is closed and the handler must find somebody else.

    Raises `MissionAlreadyAnswered` once the mission has been accepted or ended.
    """
    incident = Incident.objects.locked_anyway(assignment.incident_id)
    assignment.refresh_from_db()
    if assignment.state == Assignment.State.DECLINED:
        return assignment
    assignment.answer(Assignment.State.DECLINED, by=by, at=at)
    assignment.decline_reason, assignment.closed_at = reason, at
    assignment.save()
    incident.waiting_on = WaitingOn.HANDLER
    incident.save(update_fields=["waiting_on"])
    about: dict[str, Any] = {"assignment": assignment.reference, "partner_kind": assignment.kind}
    record(Kind.ASSIGNMENT_DECLINED, incident=incident, actor=by, at=at, **about)
    for person in followers(incident, today=localdate(at)) or [assignment.assigned_by]:
        post(
            "assignment_declined",
            to=person,
            key=f"assignment-{assignment.pk}-declined-user-{person.pk}",
            at=at,
            incident=incident,
            **about,
        )
    return assignment
