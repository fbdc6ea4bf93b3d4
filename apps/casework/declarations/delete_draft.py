from django.db import transaction

from apps.incidents.models import Declaration


@transaction.atomic
def delete_draft(declaration: Declaration) -> bool:
    """Erase a draft with the rows of its files. One sent meanwhile stays: returns False.

    The bytes stay in the store, where another exhibit may be made of the same ones.
    """
    still_open = Declaration.objects.filter(incident=None).select_for_update(of=("self",))
    draft = still_open.filter(pk=declaration.pk).first()
    if draft is None:
        return False
    draft.delete()
    return True
