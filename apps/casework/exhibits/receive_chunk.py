from django.db import transaction

from apps.exhibits.models import Upload
from apps.exhibits.part_file import append, length
from apps.refusals import RefusedOpenly


class WrongOffset(RefusedOpenly):
    """This chunk does not start where the last one ended: the sender asks where to take up."""

    def __init__(self) -> None:
        super().__init__("Cet envoi a avancé ailleurs. Il reprend où il en est.")


def receive_chunk(upload: Upload, *, offset: int, chunk: bytes) -> Upload:
    """Add a chunk to what was received. Two chunks at once never mix: the row is locked.

    The row counts what is surely on the disk. Raises `WrongOffset`, also when the disk holds less
    than the row says: the row is put right first.
    """
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if not upload.is_over:
            upload.received = min(upload.received, length(upload.key))
        follows = offset == upload.received and offset + len(chunk) <= upload.size
        if follows and chunk:
            append(upload.key, offset=offset, chunk=chunk)
            upload.received += len(chunk)
        upload.save(update_fields=["received"])
    if not follows:
        raise WrongOffset
    return upload
