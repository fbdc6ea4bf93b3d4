import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.casework.demo.files import make_files
from apps.casework.demo.people import make_people
from apps.casework.tasks import index_files, prepare_exhibits
from apps.mailbox.deliver import deliver_due
from apps.mailbox.models import Letter

A_FEW_HOURS = timedelta(hours=2)


class Command(BaseCommand):
    help = "Fill an empty database with demonstration accounts and files. Run again, does nothing."

    def handle(self, *args: object, **options: object) -> None:
        now = timezone.now()
        with quietly():
            with transaction.atomic():
                if User.objects.exists():  # a real database, too, must never get these accounts
                    return
                make_people(now=now)
                make_files(now=now)
            deliver_until(now)
            prepare_exhibits()
            index_files()
        self.stdout.write("Demonstration data created.")


@contextmanager
def quietly() -> Iterator[None]:
    """Three months of a worker's log would hide the rest."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def deliver_until(now: datetime) -> None:
    """Send the letters of the past as the worker would have, a few at once, each at its time."""
    after = now - timedelta(days=365)
    while letter := Letter.objects.due(now).filter(not_before__gt=after).first():
        after = min(letter.not_before + A_FEW_HOURS, now)
        deliver_due(clock=partial(_then, after))


def _then(moment: datetime) -> datetime:
    return moment
