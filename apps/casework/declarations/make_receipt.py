from datetime import datetime

from django.db import transaction

from apps.dossiers.models import Receipt
from apps.dossiers.pdf import receipt_pdf
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record


def make_receipt(receipt: Receipt, *, at: datetime) -> Receipt:
    """Make the PDF of a frozen receipt and store it with its SHA-256. Raises `CannotRender`.

    Idempotent, and two workers at once end with one file. A receipt that could not be made three
    times is marked as failed, for a person to look at.
    """
    if not receipt.is_on_its_way:
        return receipt
    if not receipt.count_attempt():
        return receipt
    return _store(receipt, receipt_pdf(receipt.content), at=at)


@transaction.atomic
def _store(receipt: Receipt, pdf: bytes, *, at: datetime) -> Receipt:
    incident = Incident.objects.locked_anyway(receipt.incident_id)
    receipt.refresh_from_db()
    if not receipt.is_on_its_way:
        return receipt
    receipt.seal(pdf)
    receipt.made_at = at
    receipt.save(update_fields=[*Receipt.SEAL, "made_at"])
    record(Kind.RECEIPT_MADE, incident=incident, actor=None, at=at)
    return receipt
