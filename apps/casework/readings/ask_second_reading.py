from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Qualification, SecondReading
from apps.journal.kinds import Kind
from apps.journal.models import record

from .decide_not_to_act import NeedsAnotherPerson


@transaction.atomic
def ask_second_reading(
    qualification: Qualification, *, is_blind: bool, by: User, at: datetime
) -> SecondReading:
    """Have a second person read a passage, without showing them the first label when `is_blind`.

    Asked twice, the first request stands. Raises `NeedsAnotherPerson` unless a supervisor or the
    legal lead asks, `IllegalMove` when the file is closed.
    """
    incident = qualification.passage.review.locked_incident()
    if not by.is_senior:
        raise NeedsAnotherPerson(
            "Une seconde lecture est demandée par un responsable d’équipe ou le responsable "
            "juridique."
        )
    second, is_new = SecondReading.objects.get_or_create(
        qualification=qualification, defaults={"is_blind": is_blind, "asked_by": by}
    )
    if is_new:
        record(
            Kind.SECOND_READING_ASKED,
            incident=incident,
            actor=by,
            at=at,
            review=qualification.passage.review.number,
        )
    return second
