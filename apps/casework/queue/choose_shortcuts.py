from django.db import transaction

from apps.accounts.models import User


@transaction.atomic
def choose_shortcuts(*, wanted: bool, by: User) -> None:
    """Keep whether single keys act in the list of files, for this person, on every device."""
    by.uses_shortcuts = wanted
    by.save(update_fields=["uses_shortcuts"])
