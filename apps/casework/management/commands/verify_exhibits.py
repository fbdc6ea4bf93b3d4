from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from apps.casework.exhibits.prune_orphans import orphans, prune_orphans
from apps.casework.exhibits.verify_store import verify_store


class Command(BaseCommand):
    help = (
        "Read every stored file again and compare it with its hash; verify the daily manifests "
        "and their timestamps; list the files of which no row speaks. Fails on a difference."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--prune-orphans",
            type=int,
            metavar="DAYS",
            help="remove the files of which no row speaks and that are older (at least a day)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["prune_orphans"]
        if days is not None and days < 1:
            raise CommandError("A file comes before its row: leave at least a day.")
        differences = 0
        for difference in verify_store():
            differences += 1
            self.stderr.write(str(difference))
        if days:
            for name in prune_orphans(before=timezone.now() - timedelta(days=days)):
                self.stdout.write(f"pruned: {name}")
        for name in orphans():
            self.stdout.write(f"orphan: {name}")
        if differences:
            raise CommandError(f"{differences} differences.")
        self.stdout.write("Every file is what it was.")
