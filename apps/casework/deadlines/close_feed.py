from datetime import datetime

from django.db import transaction

from apps.accounts.models import CalendarFeed, User


@transaction.atomic
def close_feed(*, by: User, at: datetime) -> int:
    """Revoke this person's private calendar address. Returns how many were in force: one or none.

    The person is the lock: two openings at once take turns.
    """
    User.objects.select_for_update().get(pk=by.pk)
    return CalendarFeed.objects.filter(user=by, closed_at=None).update(closed_at=at)
