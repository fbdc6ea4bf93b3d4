from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate, localtime

from apps.casework.letters.quiet_hours import CLOSES, OPENS
from apps.incidents.models import Declaration
from apps.mailbox.models import Letter
from apps.mailbox.post import post

SECOND_DAY, TENTH_DAY, LAST_WEEK = timedelta(days=2), timedelta(days=10), timedelta(days=7)


@dataclass(frozen=True)
class _Due:
    """The letter that an unsent draft calls for today."""

    kind: str
    key: str
    data: dict[str, Any]


@transaction.atomic
def remind_drafts(*, at: datetime) -> int:
    """Post E02, E03 or E04 about the drafts that wait, from 8:00 to 20:00. Returns how many.

    One letter at most a draft: the latest that is due, counted from the last save. The first two
    are sent once in the life of a draft, the last one once for each day of deletion announced.
    """
    if not OPENS <= localtime(at).time() < CLOSES:
        return 0
    today = localdate(at)
    waiting = Declaration.objects.filter(
        incident=None, saved_at__date__lte=today - SECOND_DAY
    ).select_related("practitioner__user", "prepared_by")
    due = {
        letter.key: (letter, reader)
        for draft in waiting
        if (letter := _due(draft, today)) and (reader := draft.reader)
    }
    for key in Letter.objects.filter(key__in=due).values_list("key", flat=True):
        del due[key]
    for letter, reader in due.values():
        _post(letter, to=reader, at=at)
    return len(due)


def _due(draft: Declaration, today: date) -> _Due | None:
    if draft.purged_on <= today:
        return None
    if today >= draft.purged_on - LAST_WEEK:
        key = f"draft-{draft.pk}-deleted-{draft.purged_on}"
        return _Due("draft_deletion", key, {"deleted_on": draft.purged_on.isoformat()})
    if today - localdate(draft.saved_at) >= TENTH_DAY:
        return _Due("draft_clock", f"draft-{draft.pk}-tenth-day", _clock(draft))
    return _Due("draft_reminder", f"draft-{draft.pk}-second-day", {})


def _clock(draft: Declaration) -> dict[str, Any]:
    """The prudent day that the dates typed so far give, and the last one that may be left, as the
    draft noted them, or `None`."""
    days = {"act_by": "prudent_day", "possible_until": "possible_until"}
    return {name: draft.answers.get(noted) or None for name, noted in days.items()}


def _post(letter: _Due, **where: Any) -> None:
    match letter.kind:
        case "draft_reminder":
            post("draft_reminder", key=letter.key, **where)
        case "draft_clock":
            post("draft_clock", key=letter.key, **where, **letter.data)
        case _:
            post("draft_deletion", key=letter.key, **where, **letter.data)
