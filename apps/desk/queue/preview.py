"""The file shown beside its list: what one needs in order to sort it in a minute and a half."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import can_take, deadlines_for, readable_exhibits_for
from apps.casework.declarations.duplicates import same_contents
from apps.casework.files.consult import consult
from apps.casework.files.same_author import SameAuthor, same_author
from apps.casework.search.queue_facts import is_proved
from apps.deadlines.models import Deadline
from apps.desk.keyset import Page
from apps.desk.presence import look_at, lookers
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Review
from apps.journal.kinds import Kind

from .around import Around, around_in_list
from .asked_queue import AskedQueue
from .queue_rows import cover_of

CONTENTS, EXHIBITS = 3, 6  # shown here; the others are on the page of the file


@dataclass(frozen=True)
class Preview:
    """A file at a glance. For the insurer's people only: it tells of other insured persons."""

    incident: Incident
    around: Around
    deadline: Deadline | None
    contents: list[Review]
    has_more_contents: bool
    exhibits: list[Exhibit]
    cover: str
    cover_meaning: str
    same_contents: list[Review]
    authors: SameAuthor
    lookers: list[str]
    may_take: bool


def preview(user: User, asked: AskedQueue, page: Page[Incident], *, at: datetime) -> Preview | None:
    """The file that the address of the list opens; a 404 when this person may not see it.

    Reading it is recorded, and seen by colleagues, as on its page. The number of queries does not
    depend on the file.
    """
    if not asked.opened:
        return None
    files = asked.visible.annotate(proved=is_proved())
    incident = get_object_or_404(
        files.select_related("practitioner__user", "contract", "handler"), reference=asked.opened
    )
    consult(incident, kind=Kind.INCIDENT_READ, by=user, at=at)
    look_at(incident, by=user, at=at)
    today = localdate(at)
    reviews = incident.reviews.select_related("platform").prefetch_related("publications")
    contents = list(reviews.order_by("number")[: CONTENTS + 1])
    readable = readable_exhibits_for(user, today=today).current().filter(incident=incident)
    return Preview(
        incident,
        around_in_list(asked, incident, page),
        deadlines_for(user, today=today).driving(incident, today=today),
        contents[:CONTENTS],
        len(contents) > CONTENTS,
        list(readable.order_by("number")[:EXHIBITS]),
        *cover_of(incident.contract),
        same_contents(incident),
        same_author(user, incident, at=at),
        lookers(user, [incident.pk], at=at)[incident.pk],
        can_take(user, incident),
    )
