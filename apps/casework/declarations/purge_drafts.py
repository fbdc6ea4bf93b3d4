from datetime import datetime

from django.utils.timezone import localdate

from apps.casework.one_by_one import one_by_one
from apps.incidents.models import DRAFT_LIFE, Declaration

from .delete_draft import delete_draft


def purge_drafts(*, at: datetime) -> int:
    """Erase the drafts that nobody has saved for thirty days. Returns how many.

    Each has its own transaction: one that is being sent at this moment holds no other up.
    """
    last = localdate(at) - DRAFT_LIFE
    unsent = Declaration.objects.filter(incident=None)
    return sum(one_by_one(delete_draft, unsent.filter(saved_at__date__lte=last)))
