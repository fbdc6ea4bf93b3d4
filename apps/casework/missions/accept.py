from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.letters.recipients import followers
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@transaction.atomic
def accept(assignment: Assignment, *, by: User, at: datetime) -> Assignment:
    """The partner takes the mission on. `MissionAlreadyAnswered` after a refusal or an end."""
    incident = Incident.objects.locked_anyway(assignment.incident_id)
    assignment.refresh_from_db()
    if assignment.state == Assignment.State.ACCEPTED:
        return assignment
    assignment.answer(Assignment.State.ACCEPTED, by=by, at=at)
    assignment.save()
    about: dict[str, Any] = {"assignment": assignment.reference, "partner_kind": assignment.kind}
    record(Kind.ASSIGNMENT_ACCEPTED, incident=incident, actor=by, at=at, **about)
    for person in followers(incident, today=localdate(at)) or [assignment.assigned_by]:
        post(
            "assignment_accepted",
            to=person,
            key=f"assignment-{assignment.pk}-accepted-user-{person.pk}",
            at=at,
            incident=incident,
            **about,
        )
    return assignment
