from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError

from apps.casework.exhibits.prune_orphans import stored_names


class Command(BaseCommand):
    help = (
        "Write every stored file again under the first storage key: after a key was given for the "
        "first time, or a new one put before it. May be stopped and run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        written = unreadable = 0
        for name in stored_names():
            try:
                with default_storage.open(name) as stored:
                    default_storage.save(name, stored)
                written += 1
            except OSError as error:
                unreadable += 1
                self.stderr.write(f"{name}: {type(error).__name__}")
        self.stdout.write(f"{written} files written again.")
        if unreadable:
            raise CommandError(f"{unreadable} files could not be: keep the old key.")
