from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.bell import ring_on_commit
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.models import Letter, LetterStatus


@transaction.atomic
def resend(letter: Letter, *, by: User, at: datetime) -> bool:
    """Have a letter that failed, or that is in doubt, leave again because a person says so.

    Nothing that is in doubt is ever sent again by itself. Returns False when the letter is no
    longer in either state: somebody was quicker, or it has left.
    """
    incident = letter.incident and Incident.objects.locked_anyway(letter.incident.pk)
    again = (
        Letter.objects.undelivered()
        .filter(pk=letter.pk)
        .update(status=LetterStatus.QUEUED, error="", attempts=0, not_before=at)
    )
    if again and incident:
        record(Kind.LETTER_RESENT, incident=incident, actor=by, at=at, letter=letter.pk)
    ring_on_commit("deliver_letters")
    return bool(again)
