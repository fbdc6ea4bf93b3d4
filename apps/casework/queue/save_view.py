from datetime import datetime

from django.db import IntegrityError, transaction

from apps.accounts.models import SavedView, User
from apps.refusals import Refused


class NameTaken(Refused):
    """This person has a view of this name."""

    def __init__(self) -> None:
        super().__init__("Vous avez déjà une vue de ce nom. Choisissez-en un autre.")


@transaction.atomic
def save_view(*, name: str, query: str, is_shared: bool, by: User, at: datetime) -> SavedView:
    """Give a name to a way of looking at the queue, for oneself or for the team.

    The database says whether the name is free: one may save twice at once. Raises `NameTaken`.
    """
    try:
        return SavedView.objects.create(
            owner=by, name=name, query=query, is_shared=is_shared, saved_at=at
        )
    except IntegrityError:
        raise NameTaken from None
