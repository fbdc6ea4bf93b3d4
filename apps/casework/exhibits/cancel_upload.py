from functools import partial

from django.db import transaction

from apps.exhibits.models import Upload
from apps.exhibits.part_file import discard


@transaction.atomic
def cancel_upload(upload: Upload) -> None:
    """Give up a file on its way, and what came of it. Once it has given its exhibit: nothing."""
    locked = Upload.objects.select_for_update(of=("self",)).filter(pk=upload.pk, exhibit=None)
    if found := locked.first():
        found.delete()
        transaction.on_commit(partial(discard, found.key))
