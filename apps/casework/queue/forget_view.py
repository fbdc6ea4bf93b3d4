from django.db import transaction

from apps.accounts.models import SavedView


@transaction.atomic
def forget_view(view: SavedView) -> None:
    """Forget a way of looking at the queue. The files that it showed are not touched."""
    view.delete()
