from django.db import transaction

from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration


@transaction.atomic
def detach(exhibit: Exhibit) -> None:
    """Take a file back from a draft. Once the draft is sent nothing is erased any more.

    The bytes stay in the store, where another exhibit may be made of the same ones.
    """
    Declaration.objects.select_for_update(of=("self",)).get(exhibits=exhibit)
    Exhibit.objects.filter(pk=exhibit.pk, incident=None).delete()
