from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.casework.demo.files import make_files
from apps.casework.demo.people import make_people


class Command(BaseCommand):
    help = "Fill an empty database with demonstration accounts and files. Run again, does nothing."

    @transaction.atomic
    def handle(self, *args: object, **options: object) -> None:
        if User.objects.exists():  # also a real database, which must never get these accounts
            return
        make_people()
        make_files(now=timezone.now())
        self.stdout.write("Demonstration data created.")
