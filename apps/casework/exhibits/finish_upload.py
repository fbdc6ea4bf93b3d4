from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from apps.exhibits.models import Exhibit, Upload
from apps.exhibits.part_file import discard, part_file
from apps.exhibits.refusals import CannotKeep, RefusedFile
from apps.incidents.models import Declaration, Incident
from apps.refusals import Refused

from .attach import attach_to_declaration
from .hand_in import hand_in


def finish_upload(upload: Upload, *, at: datetime) -> Exhibit:
    """Seal a file that has wholly arrived. Asked twice, it gives the same exhibit.

    When the draft was sent while the file was on its way, the file goes to the new incident.
    Nothing is locked while the file is read. Raises `RefusedFile`, and `IllegalMove` when the
    file is closed: the upload is forgotten then, and so are its bytes. Raises `CannotKeep` when
    there is no place for it now: what came stays, and its seal may be asked for again.
    """
    upload = Upload.objects.select_related("exhibit", "uploaded_by").get(pk=upload.pk)
    if upload.exhibit:
        return upload.exhibit
    try:
        exhibit = _seal(upload, at=at)
    except CannotKeep:
        raise
    except Refused:
        upload.delete()
        discard(upload.key)
        raise
    with transaction.atomic():
        # The same bytes are one exhibit: the upload that gave it before has nothing left to say.
        Upload.objects.filter(exhibit=exhibit).exclude(pk=upload.pk).delete()
        Upload.objects.filter(pk=upload.pk).update(exhibit=exhibit)
    discard(upload.key)
    return exhibit


def _seal(upload: Upload, *, at: datetime) -> Exhibit:
    kind, by = Exhibit.Kind(upload.kind), upload.uploaded_by
    with part_file(upload.key).open("rb") as file:
        received = UploadedFile(file, upload.name, size=upload.size)
        incident = upload.incident or _sent(upload)
        if incident is None:
            draft = Declaration.objects.get(uploads=upload)
            try:
                return attach_to_declaration(draft, upload=received, kind=kind, by=by, at=at)
            except RefusedFile:
                incident = _sent(upload)
                if incident is None:
                    raise
        return hand_in(incident, upload=received, kind=kind, by=by, at=at)


def _sent(upload: Upload) -> Incident | None:
    """The incident that the draft has become, possibly a moment ago."""
    return Incident.objects.filter(declaration__uploads=upload).first()
