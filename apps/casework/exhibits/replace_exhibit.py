from datetime import datetime

from django.core.files import File
from django.db import transaction

from apps.accounts.models import User
from apps.exhibits.models import Exhibit
from apps.exhibits.refusals import RefusedFile
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record

from .hand_in import hand_in
from .withdraw_exhibit import NoLongerCurrent


def replace_exhibit(exhibit: Exhibit, *, upload: File, by: User, at: datetime) -> Exhibit:
    """Put a new exhibit in the place of one: it proves the same words, the old one stays on file.

    Raises `NoLongerCurrent` when it was replaced or withdrawn meanwhile, `RefusedFile` (also for
    bytes that the file has already), `IllegalMove` when the file is closed.
    """
    if not exhibit.is_current:
        raise NoLongerCurrent
    incident = Incident.objects.get(exhibits=exhibit)
    before = set(incident.exhibits.values_list("pk", flat=True))
    new = hand_in(incident, upload=upload, kind=Exhibit.Kind(exhibit.kind), by=by, at=at)
    if new.pk in before:
        raise RefusedFile(
            f"Ce fichier est déjà la pièce n°\u00a0{new.number} du dossier. Choisissez-en un autre."
        )
    _supersede(incident, exhibit, new, by=by, at=at)
    return new


@transaction.atomic
def _supersede(
    incident: Incident, exhibit: Exhibit, new: Exhibit, *, by: User, at: datetime
) -> None:
    incident = Incident.objects.locked_open(incident.pk)
    exhibit = incident.exhibits.get(pk=exhibit.pk)
    if not exhibit.is_current:
        raise NoLongerCurrent
    new.declared_url = exhibit.declared_url
    new.save(update_fields=["declared_url"])
    new.reviews.set(exhibit.reviews.all())
    new.passages.set(exhibit.passages.all())
    exhibit.replaced_by = new
    exhibit.save(update_fields=["replaced_by"])
    record(
        Kind.EXHIBIT_REPLACED,
        incident=incident,
        actor=by,
        at=at,
        number=exhibit.number,
        new_number=new.number,
    )
