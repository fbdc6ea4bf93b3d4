from datetime import datetime

from django.core.files import File
from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.recipients import followers
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.mailbox.post import post

from .attach import attach


def hand_in(
    incident: Incident, *, upload: File, kind: Exhibit.Kind, by: User, at: datetime
) -> Exhibit:
    """Add what the practitioner still had to a file already declared, and tell its handler.

    With a single content, the exhibit is about it. One letter a day (Europe/Paris) for a file,
    however many exhibits come. Asked twice, nothing is doubled: the same bytes are one exhibit.
    Raises `RefusedFile`, and `IllegalMove` when the file is closed.
    """
    reviews = list(incident.reviews.all()[:2])
    about = reviews if len(reviews) == 1 else []
    exhibit = attach(incident, upload=upload, kind=kind, by=by, at=at, reviews=about)
    with transaction.atomic():
        day = localdate(at)
        for person in followers(Incident.objects.get(pk=incident.pk), today=day):
            post(
                "exhibit_added",
                to=person,
                key=f"incident-{incident.pk}-exhibits-{day}-user-{person.pk}",
                at=at,
                incident=incident,
            )
    return exhibit
