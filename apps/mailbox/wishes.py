"""Which letters a practitioner may put off or do without, and when each may reach them."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from apps.accounts.models import NotificationPreferences, User

from .kinds import KINDS
from .models import LetterStatus

LEGAL_OVERRIDE = timedelta(days=3)


def fate(
    kind: str, *, to: User, at: datetime, data: dict[str, Any]
) -> tuple[LetterStatus, datetime]:
    """What becomes of a letter wished for `at`: to be sent, held for the digest, or not wanted.

    Wishes are a practitioner's: those who work on files get their letters as the verbs say. A date
    three days away or nearer (`act_by` of the data) waits for nothing.
    """
    row = KINDS[kind]
    if not to.is_practitioner or row.at_once or _is_pressing(data, at):
        return LetterStatus.QUEUED, at
    wishes = preferences_of(to)
    if row.optional and kind in wishes.unwanted:
        return LetterStatus.UNWANTED, at
    if row.grouped and wishes.frequency != NotificationPreferences.Frequency.IMMEDIATE:
        return LetterStatus.HELD, wishes.next_digest(at)
    return LetterStatus.QUEUED, wishes.next_moment(at)


def preferences_of(user: User) -> NotificationPreferences:
    """What the person chose, else the defaults."""
    chosen = NotificationPreferences.objects.filter(user=user).first()
    return chosen or NotificationPreferences(user=user)


def _is_pressing(data: dict[str, Any], at: datetime) -> bool:
    act_by = data.get("act_by")
    if not act_by:
        return False
    day = act_by if isinstance(act_by, date) else date.fromisoformat(act_by)
    return day - localdate(at) <= LEGAL_OVERRIDE
