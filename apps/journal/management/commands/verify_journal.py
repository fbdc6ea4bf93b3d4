from django.core.management.base import BaseCommand, CommandError

from apps.incidents.models import Incident
from apps.journal.models import broken_links


class Command(BaseCommand):
    help = "Check the chain of hashes of every file's journal; fail if a link is broken."

    def handle(self, *args: object, **options: object) -> None:
        broken = {
            incident.reference: events
            for incident in Incident.objects.order_by("pk").iterator()
            if (events := broken_links(incident))
        }
        if broken:
            lines = [f"{reference}: events {events}" for reference, events in broken.items()]
            raise CommandError("The journal has been tampered with.\n" + "\n".join(lines))
        self.stdout.write("The journal is whole.")
