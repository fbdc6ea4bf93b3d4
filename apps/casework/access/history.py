"""The journal of a file and its mails."""

from apps.accounts.models import User
from apps.journal.models import Event, EventQuerySet
from apps.mailbox.models import Letter, LetterQuerySet

from .blind import is_told_of_hidden
from .incidents import incidents_for


def events_for(user: User) -> EventQuerySet:
    """History: whole for the insurer's people; what is told to them for practitioners."""
    events = Event.objects.filter(incident__in=incidents_for(user))
    return events if user.is_insurer else events.for_practitioner()


def letters_for(user: User) -> LetterQuerySet:
    """The delivery ledger: the insurer's people, but for what would tell a hidden label."""
    letters = Letter.objects.exclude(is_told_of_hidden(user))
    return letters if user.is_insurer else letters.none()
