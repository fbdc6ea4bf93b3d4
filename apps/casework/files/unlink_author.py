from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.journal.kinds import Kind

from .link_author import open_link, record_on_both


@transaction.atomic
def unlink_author(incident: Incident, other: Incident, *, by: User, at: datetime) -> None:
    """Take back what was held of two files, linked or dismissed; the row is kept. Done once."""
    incident, other = Incident.objects.locked_pair(incident.pk, other.pk)
    link = open_link(incident, other)
    if link is None:
        return
    link.closed_at, link.closed_by = at, by
    link.save(update_fields=["closed_at", "closed_by"])
    record_on_both(Kind.AUTHOR_UNLINKED, incident, other, by=by, at=at)
