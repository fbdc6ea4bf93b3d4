from datetime import datetime

from django.db import transaction

from apps.bell import ring_on_commit
from apps.dossiers.models import Receipt
from apps.incidents.models import Incident

from .receipt_content import receipt_content


@transaction.atomic
def issue_receipt(incident: Incident, *, at: datetime) -> Receipt:
    """Freeze what was declared, and have its PDF made by a worker. One receipt a file, once."""
    incident = Incident.objects.locked(incident.pk)
    receipt = Receipt.objects.filter(incident=incident).first()
    if receipt is None:
        receipt = Receipt.objects.create(
            incident=incident, content=receipt_content(incident), issued_at=at
        )
        ring_on_commit("make_receipts")
    return receipt
