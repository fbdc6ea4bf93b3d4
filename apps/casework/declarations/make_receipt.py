import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F

from apps.dossiers.models import Receipt
from apps.dossiers.pdf import receipt_pdf
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record

MAX_ATTEMPTS = 3


def make_receipt(receipt: Receipt, *, at: datetime) -> Receipt:
    """Make the PDF of a frozen receipt and store it with its SHA-256. Raises `CannotRender`.

    Idempotent, and two workers at once end with one file. A receipt that could not be made three
    times is marked as failed, for a person to look at.
    """
    if receipt.state != Receipt.State.QUEUED:
        return receipt
    if receipt.attempts >= MAX_ATTEMPTS:
        Receipt.objects.to_make().filter(pk=receipt.pk).update(state=Receipt.State.FAILED)
        receipt.refresh_from_db()
        return receipt
    Receipt.objects.filter(pk=receipt.pk).update(attempts=F("attempts") + 1)
    return _store(receipt, receipt_pdf(receipt.content), at=at)


@transaction.atomic
def _store(receipt: Receipt, pdf: bytes, *, at: datetime) -> Receipt:
    incident = Incident.objects.locked_anyway(receipt.incident_id)
    receipt.refresh_from_db()
    if receipt.state != Receipt.State.QUEUED:
        return receipt
    sha256 = hashlib.sha256(pdf).hexdigest()
    receipt.file = default_storage.save(f"receipts/{sha256[:2]}/{sha256}.pdf", ContentFile(pdf))
    receipt.sha256, receipt.size = sha256, len(pdf)
    receipt.state, receipt.made_at = Receipt.State.READY, at
    receipt.save(update_fields=["file", "sha256", "size", "state", "made_at"])
    record(Kind.RECEIPT_MADE, incident=incident, actor=None, at=at)
    return receipt
