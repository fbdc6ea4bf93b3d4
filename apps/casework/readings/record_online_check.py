from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.incidents.models import Review
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.remedies.models import OnlineCheck
from apps.vocabulary.presence import Presence

NEWS = (Presence.REMOVED, Presence.CHANGED)


@transaction.atomic
def record_online_check(
    review: Review, *, presence: Presence, by: User, at: datetime, note: str = ""
) -> OnlineCheck:
    """Write down whether a content is still online, by the practitioner or the insurer.

    It answers the question that was asked, or stands by itself. It opens, closes and moves no
    legal date: a content that is removed can still be sued for. Said twice in the same minute
    (double tap), it is one. Raises `IllegalMove`.
    """
    incident = review.locked_incident()
    last = review.online_checks.answered().last()
    if last and last.presence == presence and last.note == note and _is_double(last, by, at):
        return last
    check, _ = OnlineCheck.objects.update_or_create(
        review=review,
        answered_at=None,
        defaults={"answered_at": at, "answered_by": by, "presence": presence, "note": note},
        create_defaults={
            "planned_on": localdate(at),
            "answered_at": at,
            "answered_by": by,
            "presence": presence,
            "note": note,
        },
    )
    record(
        Kind.ONLINE_CHECKED,
        incident=incident,
        actor=by,
        at=at,
        review=review.number,
        presence=presence.value,
    )
    if presence in NEWS and by.is_practitioner and incident.waiting_on != WaitingOn.PRACTITIONER:
        incident.waiting_on = WaitingOn.HANDLER
        incident.save(update_fields=["waiting_on"])
    return check


def _is_double(last: OnlineCheck, by: User, at: datetime) -> bool:
    if last.answered_at is None or last.answered_by_id != by.pk:
        return False
    return at - last.answered_at < timedelta(minutes=1)
