"""Which letters a practitioner may put off or do without, and when each may reach them."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from apps.accounts.models import NotificationPreferences, User

from .models import LetterStatus

LEGAL_OVERRIDE = timedelta(days=3)
# An answer to what the person has just done: it leaves at any hour.
ANSWERS = {"incident_declared", "complaint_received", "password_link"}
# News that the file shows as well: may be switched off.
OPTIONAL = {
    "incident_taken": "Un gestionnaire prend mon dossier en charge",
    "review_qualified": "Mon gestionnaire donne sa lecture d’un contenu",
    "satisfaction_asked": "Mon avis est demandé quand un dossier est terminé",
}
# May wait for the digest. All other letters, legal or calling for an answer, are sent one by one.
GROUPED = {*OPTIONAL, "new_message"}


def fate(
    kind: str, *, to: User, at: datetime, data: dict[str, Any]
) -> tuple[LetterStatus, datetime]:
    """What becomes of a letter wished for `at`: to be sent, held for the digest, or not wanted.

    Wishes are a practitioner's: those who work on files get their letters as the verbs say. A date
    three days away or nearer (`act_by` of the data) waits for nothing.
    """
    if not to.is_practitioner or kind in ANSWERS or _is_pressing(data, at):
        return LetterStatus.QUEUED, at
    wishes = preferences_of(to)
    if kind in wishes.unwanted and kind in OPTIONAL:
        return LetterStatus.UNWANTED, at
    if kind in GROUPED and wishes.frequency != NotificationPreferences.Frequency.IMMEDIATE:
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
