from datetime import datetime

from django.db import transaction

from apps.accounts.models import Absence


@transaction.atomic
def end_absence(absence: Absence, *, at: datetime) -> Absence:
    """Somebody is back, or does not leave: from now on their files are theirs alone."""
    absence = Absence.objects.select_for_update().get(pk=absence.pk)
    if absence.ended_at is None:
        absence.ended_at = at
        absence.save(update_fields=["ended_at"])
    return absence
