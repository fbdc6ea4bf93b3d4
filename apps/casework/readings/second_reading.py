from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Qualification, SecondReading
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.taxonomy import Label

from .decide_not_to_act import NeedsAnotherPerson


@transaction.atomic
def second_reading(
    qualification: Qualification, *, label: Label, reason: str, by: User, at: datetime
) -> SecondReading:
    """Read a passage as a second person: agree, or keep another label beside the first.

    It changes nothing in force: a disagreement is settled by a new reading. Given twice, the first
    one stands. Raises `NeedsAnotherPerson` unless `Qualification.may_be_read_again_by` them,
    `IllegalMove` when the file is closed.
    """
    incident = qualification.passage.review.locked_incident()
    second, _ = SecondReading.objects.get_or_create(qualification=qualification)
    if second.read_at:
        return second
    if not qualification.may_be_read_again_by(by):
        raise NeedsAnotherPerson(
            "La seconde lecture est celle d’une autre personne\u00a0: ni l’auteur de la première, "
            "ni qui a demandé une lecture à l’aveugle. Une circonstance aggravante est relue par "
            "un responsable d’équipe ou le responsable juridique."
        )
    second.label, second.reason, second.by, second.read_at = label.value, reason, by, at
    second.save(update_fields=["label", "reason", "by", "read_at"])
    record(
        Kind.READING_SECONDED if second.agrees else Kind.READING_DISPUTED,
        incident=incident,
        actor=by,
        at=at,
        review=qualification.passage.review.number,
    )
    return second
