import secrets
from datetime import datetime

from django.db import transaction

from apps.accounts.models import CalendarFeed, User

from .close_feed import close_feed

TOKEN_BYTES = 32  # nobody guesses 256 bits


@transaction.atomic
def open_feed(*, by: User, at: datetime) -> CalendarFeed:
    """Give this person a new private calendar address. The one they had stops answering."""
    close_feed(by=by, at=at)
    return CalendarFeed.objects.create(
        user=by, token=secrets.token_urlsafe(TOKEN_BYTES), opened_at=at
    )
