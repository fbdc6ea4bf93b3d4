from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident, Mark, Satisfaction
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def give_satisfaction(
    incident: Incident,
    *,
    supported: Mark,
    informed: Mark,
    helped: Mark,
    words: str,
    by: User,
    at: datetime,
) -> Satisfaction:
    """Keep what the practitioner says of our help on this closed file.

    Sent twice, the first answer stands. Raises `IllegalMove` when the file is open, or open again.
    """
    incident = Incident.objects.locked(incident.pk)
    closing = incident.closings.open().first()
    if closing is None:
        raise IllegalMove(
            "Ce dossier est ouvert\u00a0: vous pourrez donner votre avis quand il sera terminé."
        )
    marks = {"supported": supported, "informed": informed, "helped": helped}
    given, is_new = Satisfaction.objects.get_or_create(
        closing=closing, defaults={**marks, "words": words, "answered_at": at}
    )
    if is_new:
        record(Kind.SATISFACTION_GIVEN, incident=incident, actor=by, at=at)
    return given
