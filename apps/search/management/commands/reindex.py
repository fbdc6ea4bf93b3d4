from django.core.management.base import BaseCommand

from apps.bell import ring_on_commit
from apps.incidents.models import Incident

from ...models import StaleFile
from ...trigrams import make_indexes

BATCH = 5_000


class Command(BaseCommand):
    help = (
        "Have the worker index every file again: after a change of names by an administrator, or "
        "of what is searched. Makes the indexes of PostgreSQL that are missing."
    )

    def handle(self, *args: object, **options: object) -> None:
        make_indexes()
        stale, files = [], 0
        for pk in Incident.objects.values_list("pk", flat=True).order_by("pk").iterator():
            stale.append(StaleFile(pk=pk))
            files += 1
            if len(stale) == BATCH:
                StaleFile.objects.bulk_create(stale, ignore_conflicts=True)
                stale = []
        StaleFile.objects.bulk_create(stale, ignore_conflicts=True)
        ring_on_commit("index_files")
        self.stdout.write(f"{files} dossiers à indexer\u00a0: le moteur s’en charge.")
