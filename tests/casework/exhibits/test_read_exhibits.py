"""What a PDF or an e-mail says is found by the search, and nothing in them can do harm."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.casework.access import found_for
from apps.casework.exhibits.read_exhibits import read_exhibits
from apps.casework.search.index_stale_files import index_stale_files
from apps.casework.tasks import read_exhibits as read_task
from apps.exhibits.models import Exhibit, ExhibitText, Scan
from apps.incidents.models import Incident
from apps.search.query import Query
from tests.exhibits.corpus import pdf
from tests.factories import MONDAY_MORNING, attached, declared_incident, handler

pytestmark = pytest.mark.django_db


def pdf_saying(content: bytes, **stream: object) -> SimpleUploadedFile:
    """One page whose content is this, in PDF's own operators."""
    with pikepdf.new() as document:
        page = document.add_blank_page()
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pikepdf.Stream(document, content, **stream)
        out = BytesIO()
        document.save(out)
    return SimpleUploadedFile("constat.pdf", out.getvalue())


def saying(words: str) -> SimpleUploadedFile:
    return pdf_saying(b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % words.encode("cp1252"))


def found(typed: str) -> list[Incident]:
    index_stale_files(clock=lambda: MONDAY_MORNING)
    return list(found_for(handler(), Query.read(typed)))


def test_a_file_is_found_by_what_its_pdf_says() -> None:
    incident = declared_incident()
    attached(incident, upload=saying("Procès-verbal dressé à Montélimar"))
    assert found("montelimar") == []
    read_task()
    assert found("montelimar") == [incident]
    assert read_exhibits() == 0


def test_a_pdf_that_says_nothing_is_read_once() -> None:
    attached(declared_incident(), upload=SimpleUploadedFile("vide.pdf", pdf()))
    assert read_exhibits() == 1
    assert read_exhibits() == 0
    assert ExhibitText.objects.get().words.strip() == ""


def test_a_page_that_swells_without_end_is_given_up_and_the_next_one_is_read() -> None:
    incident = declared_incident()
    bomb = zlib.compress(bytes(900 * 1024**2), 1)
    attached(incident, upload=pdf_saying(bomb, Filter=pikepdf.Name.FlateDecode))
    attached(incident, upload=saying("Bonjour"))
    assert read_exhibits() == 2
    assert found("bonjour") == [incident]


def test_a_file_that_the_store_does_not_give_waits(caplog) -> None:
    exhibit = attached(declared_incident(), upload=saying("Bonjour"))
    default_storage.delete(exhibit.original.name)
    assert read_exhibits() == 0
    assert not ExhibitText.objects.exists()
    [line] = [line for line in caplog.messages if "reader" in line]
    assert "constat.pdf" not in line


def test_with_an_antivirus_only_what_is_clean_is_opened(settings) -> None:
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    attached(declared_incident(), upload=saying("Bonjour"))
    assert read_exhibits() == 0
    Exhibit.objects.update(scan=Scan.CLEAN)
    assert read_exhibits() == 1


def test_a_draft_s_files_are_not_read() -> None:
    incident = declared_incident()
    exhibit = attached(incident, upload=saying("Bonjour"))
    draft = incident.practitioner.declarations.first()
    Exhibit.objects.filter(pk=exhibit.pk).update(incident=None, number=None, declaration=draft)
    assert read_exhibits() == 0
