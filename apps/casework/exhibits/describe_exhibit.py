from collections.abc import Collection

from django.db import transaction

from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration


@transaction.atomic
def describe_exhibit(
    exhibit: Exhibit, *, kind: Exhibit.Kind, declared_url: str, contents: Collection[int]
) -> None:
    """Say what a file of a draft is, the page it shows and the numbers of the contents it proves.

    Once the draft is sent, nothing happens: `link_exhibit` does it from then on, and says so.
    """
    Declaration.objects.select_for_update(of=("self",)).get(exhibits=exhibit)
    Exhibit.objects.filter(pk=exhibit.pk, incident=None).update(
        kind=kind, declared_url=declared_url, contents=sorted(contents)
    )
