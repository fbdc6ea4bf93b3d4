from datetime import datetime

from django.db import transaction

from apps.directory.models import Delegate
from apps.incidents.models import Declaration


@transaction.atomic
def dismiss_delegate(delegate: Delegate, *, at: datetime) -> None:
    """End what this delegate may do, at once. What they were preparing goes to the practitioner."""
    Delegate.objects.open().filter(pk=delegate.pk).update(closed_at=at)
    Declaration.objects.filter(
        practitioner=delegate.practitioner,
        prepared_by=delegate.user,
        handed_at=None,
        incident=None,
    ).update(handed_at=at)
