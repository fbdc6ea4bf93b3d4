from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import SavedAnswer, SavedAnswerVersion
from apps.refusals import Refused


class CannotApprove(Refused):
    """This version may not come into use."""


@transaction.atomic
def approve_answer(version: SavedAnswerVersion, *, by: User, at: datetime) -> SavedAnswerVersion:
    """Let a version be put in messages from now on, in the place of the one before.

    Approving twice changes nothing. Raises `CannotApprove` when a later version was written, or
    the person may not approve.
    """
    SavedAnswer.objects.select_for_update().get(pk=version.answer_id)
    version.refresh_from_db()
    if not by.is_senior:
        raise CannotApprove("Un responsable approuve les réponses enregistrées.")
    if version.answer.versions.filter(number__gt=version.number).exists():
        raise CannotApprove("Une version plus récente a été écrite. Relisez-la avant d’approuver.")
    if version.approved_at is None:
        version.approved_by, version.approved_at = by, at
        version.save(update_fields=["approved_by", "approved_at"])
    return version
