from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from apps.exhibits.models import Upload
from apps.exhibits.part_file import discard

PATIENCE = timedelta(hours=48)


@transaction.atomic
def purge_uploads(*, at: datetime) -> int:
    """Forget the uploads begun 48 hours ago or more, and what they left on the disk.

    Those that are over have given their exhibit: nothing is lost with their row.
    """
    old = Upload.objects.filter(started_at__lte=at - PATIENCE)
    keys = dict(old.select_for_update(of=("self",), skip_locked=True).values_list("pk", "key"))
    Upload.objects.filter(pk__in=keys).delete()
    for key in keys.values():
        transaction.on_commit(partial(discard, key))
    return len(keys)
