from django.core.management.base import BaseCommand

from apps.casework.demo.people import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "Print the demonstration accounts."
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: object, **options: object) -> None:
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:<26} {PASSWORD}   {account.job}")
