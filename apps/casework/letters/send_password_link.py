from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.mailbox.models import Letter
from apps.mailbox.post import post


@transaction.atomic
def send_password_link(user: User, *, at: datetime) -> None:
    """Send this person the link by which they choose a new password.

    The link is made when the letter leaves, so one that still waits serves for all the times it
    was asked for; within a minute, the one that has left does.
    """
    if not Letter.objects.waiting().filter(kind="password_link", recipient=user).exists():
        post("password_link", to=user, key=f"password-{user.pk}-{at:%Y-%m-%dT%H:%M}", at=at)
