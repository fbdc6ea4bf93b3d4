from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.recipients import followers, supervisors, with_substitutes
from apps.deadlines.clock import set_clocks
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Publication
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.windows import Window
from apps.mailbox.post import post
from apps.refusals import Refused

from .record_deadline import record_deadline


class AlreadyChanged(Refused):
    """A colleague has just changed this date."""


@transaction.atomic
def change_publication(
    publication: Publication, *, window: Window, reason: str, by: User, at: datetime
) -> Publication:
    """Replace what is known of a publication's day, with the reason; the old window is kept.

    The clocks follow. When a date comes earlier, the handler and the supervisors are told. Raises
    `AlreadyChanged` when the window is no longer the one in force.
    """
    incident = publication.review.locked_incident()
    publication.refresh_from_db(fields=["closed_at"])
    if publication.closed_at:
        raise AlreadyChanged("Un collègue vient de changer cette date. Relisez-la avant la vôtre.")
    before = _act_by_of_each_rule(publication)
    Publication.objects.filter(pk=publication.pk).update(closed_at=at)
    changed = Publication.objects.create(
        review=publication.review,
        number=publication.number,
        kind=publication.kind,
        reason=reason,
        opened_at=at,
        **asdict(window),
    )
    about = {"review": changed.review.number}
    record(Kind.PUBLICATION_CHANGED, incident=incident, actor=by, at=at, **about)
    for deadline in set_clocks(changed.review, at=at):
        if deadline.publication_id == changed.pk:
            record_deadline(deadline, actor=by, at=at)
            if _is_earlier(deadline, before.get(deadline.rule_code)):
                _warn(deadline, incident, at=at)
    return changed


def _act_by_of_each_rule(publication: Publication) -> dict[str, Deadline]:
    in_force = publication.review.deadlines.open().filter(publication=publication)
    return {deadline.rule_code: deadline for deadline in in_force}


def _is_earlier(deadline: Deadline, before: Deadline | None) -> bool:
    """An unknown date counts as almost over: nothing known is earlier than it."""
    if before is None or before.act_by is None:
        return False
    return deadline.act_by is None or deadline.act_by < before.act_by


def _warn(deadline: Deadline, incident: Incident, *, at: datetime) -> None:
    today = localdate(at)
    people = [*followers(incident, today=today), *with_substitutes(supervisors(), today=today)]
    for person in dict.fromkeys(people):
        post(
            "publication_changed",
            to=person,
            key=f"deadline-{deadline.pk}-earlier-user-{person.pk}",
            at=at,
            incident=incident,
            act_by=deadline.act_by.isoformat() if deadline.act_by else None,
        )
