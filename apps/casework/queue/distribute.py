from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.team.load import AT_MOST, unshared
from apps.incidents.models import BulkAction

from .prepare_bulk import Wanted, prepare_bulk


@transaction.atomic
def distribute(*, by: User, at: datetime) -> BulkAction:
    """Prepare the sharing out of the new files among the handlers present, by load.

    Nobody gets anything before `run_bulk`; a file taken meanwhile is then left to who took it.
    Raises `CannotPrepare` when there is no new file.
    """
    first = unshared(today=localdate(at)).values("pk")[:AT_MOST]
    files = unshared(today=localdate(at)).filter(pk__in=list(first.values_list("pk", flat=True)))
    return prepare_bulk(files, wanted=Wanted(kind=BulkAction.Kind.ENTRUST), by=by, at=at)
