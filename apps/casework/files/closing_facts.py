"""What a closing rests on: the state of the file that was read, and what its letter will say."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from apps.casework.letters.time_left import time_left
from apps.deadlines.models import Deadline, InactionDecision
from apps.incidents.models import Incident, Publication, Qualification
from apps.incidents.status import Outcome
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from apps.ui.wording import moment


def state_of(incident: Incident) -> str:
    """A short mark of all that a closing is decided on. It changes whenever any of it does."""
    open_rows = [
        Deadline.objects.open().filter(incident=incident).values_list("pk"),
        Publication.objects.open().filter(review__incident=incident).values_list("pk"),
        Qualification.objects.open().filter(passage__review__incident=incident).values_list("pk"),
        InactionDecision.objects.filter(review__incident=incident, closed_at=None).values_list(
            "pk", "seconded_by"
        ),
        incident.assignments.open().values_list("pk", "state"),
        incident.information_requests.values_list("pk", "answered_at", "withdrawn_at"),
        incident.complaints.values_list("pk", "answered_at"),
    ]
    rows = [sorted(rows, key=str) for rows in open_rows]
    facts = [str(incident.status), incident.handler_id, *rows]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def last_change(incident: Incident) -> str:
    """« Karim a changé ce dossier le … : Message écrit. », for who was reading meanwhile."""
    event = incident.events.exclude(kind=Kind.INCIDENT_READ).select_related("actor").last()
    if event is None:
        return "Ce dossier a changé."
    who = event.actor or "Vigie"
    return f"{who} a changé ce dossier le {moment(event.at)}\u00a0: {event.sentence}"


def closing_letter(
    incident: Incident, outcomes: Mapping[int, Outcome], *, at: datetime
) -> dict[str, Any]:
    """What the closing letter is filled with, from the outcome of each content by its number.

    It also says until when the practitioner can still act alone: called before the clocks are
    stopped.
    """
    left = time_left(Deadline.objects.open().filter(incident=incident), today=localdate(at))
    contents = [[number, outcomes[number].value] for number in sorted(outcomes)]
    return {"contents": contents, **left.data}


def previewed(incident: Incident, data: dict[str, Any], *, at: datetime) -> Letter:
    """The closing letter as it would be sent now, written and not kept. Raises `Unwritable`."""
    letter = Letter(
        kind="incident_closed",
        key=f"preview-{incident.pk}",
        recipient=incident.practitioner.user,
        incident=incident,
        data=data,
        queued_at=at,
        claimed_at=at,
    )
    write(letter)
    return letter
