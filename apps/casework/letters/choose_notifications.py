from collections.abc import Sequence
from datetime import datetime, time

from django.db import transaction

from apps.accounts.models import NotificationPreferences, User
from apps.mailbox.models import Letter


@transaction.atomic
def choose_notifications(
    *,
    frequency: str,
    quiet_from: time,
    quiet_until: time,
    quiet_weekends: bool,
    unwanted: Sequence[str],
    by: User,
    at: datetime,
) -> NotificationPreferences:
    """Keep when and how often a person wants to be written to, from the next letter on.

    What was held under the former choice is gathered at once.
    """
    chosen, _ = NotificationPreferences.objects.update_or_create(
        user=by,
        defaults={
            "frequency": frequency,
            "quiet_from": quiet_from,
            "quiet_until": quiet_until,
            "quiet_weekends": quiet_weekends,
            "unwanted": sorted(unwanted),
        },
    )
    Letter.objects.held().filter(recipient=by, not_before__gt=at).update(not_before=at)
    return chosen
