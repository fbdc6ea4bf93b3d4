import hashlib
from io import BytesIO

import pikepdf
import pytest

from apps.casework.declarations.make_receipt import make_receipt
from apps.casework.tasks import make_receipts
from apps.dossiers.models import Receipt
from apps.dossiers.pdf import receipt_pdf
from apps.journal.kinds import Kind
from apps.legal.windows import Window
from tests.dossiers.reading import pages_of
from tests.factories import MONDAY_MORNING, declared_incident, declared_review

pytestmark = pytest.mark.django_db


def made(**fields: object) -> Receipt:
    return make_receipt(declared_incident(**fields).receipt, at=MONDAY_MORNING)


def pdf_of(receipt: Receipt) -> bytes:
    with receipt.file.open() as stored:
        return stored.read()


def test_it_is_stored_with_its_hash_and_told() -> None:
    receipt = made(exhibits=1)
    assert receipt.is_ready
    assert hashlib.sha256(pdf_of(receipt)).hexdigest() == receipt.sha256
    assert receipt.incident.events.filter(kind=Kind.RECEIPT_MADE).count() == 1


def test_it_says_what_was_declared_when_and_who_writes_by_when() -> None:
    receipt = made(exhibits=1)
    words = " ".join(pages_of(pdf_of(receipt)))
    for said in (
        receipt.incident.reference,
        "23 novembre 2026 à 9 h 30, heure de Paris",
        receipt.incident.contract.number,
        receipt.content["reviews"][0]["words"],
        "lundi 1er février 2027",
        "mardi 24 novembre 2026 à midi",
        receipt.content["exhibits"][0]["sha256"],
    ):
        assert said in words, said


def test_it_is_short() -> None:
    assert len(pages_of(pdf_of(made(exhibits=3)))) <= 2


@pytest.mark.parametrize("window", [Window.unknown(), Window.on_day(MONDAY_MORNING.date())])
def test_it_is_archivable_and_accessible(window: Window) -> None:
    receipt = made(reviews=[declared_review(window=window, words="Mots 🙂 ﷽ et plus")])
    with pikepdf.open(BytesIO(pdf_of(receipt))) as document:
        metadata = document.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3" pdfaid:conformance="A"' in metadata
        assert metadata.count(b'pdfuaid:part="1"') == 1
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "fr"


def test_the_same_content_gives_the_same_bytes() -> None:
    receipt = made()
    assert receipt_pdf(receipt.content) == pdf_of(receipt)


def test_made_twice_it_is_made_once() -> None:
    receipt = made()
    make_receipts()
    assert make_receipt(receipt, at=MONDAY_MORNING).sha256 == receipt.sha256
    assert receipt.incident.events.filter(kind=Kind.RECEIPT_MADE).count() == 1


def test_the_sweep_makes_what_no_task_made() -> None:
    receipt = declared_incident().receipt
    make_receipts()
    receipt.refresh_from_db()
    assert receipt.is_ready


def test_after_three_attempts_it_is_left_to_a_person() -> None:
    receipt = declared_incident().receipt
    Receipt.objects.update(attempts=3)
    receipt.refresh_from_db()
    assert make_receipt(receipt, at=MONDAY_MORNING).state == Receipt.State.FAILED
