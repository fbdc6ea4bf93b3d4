import hashlib
from io import BytesIO

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from apps.casework.attach import attach, attach_to_declaration
from apps.casework.tasks import prepare_exhibits
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import print_pages
from apps.exhibits.seal import RefusedFile
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, attached, declared_incident, png

pytestmark = pytest.mark.django_db


def add(incident, upload: SimpleUploadedFile) -> Exhibit:
    return attached(incident, upload=upload)


def pdf(**options) -> bytes:
    content = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        if script := options.pop("script", None):
            document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)
        if program := options.pop("program", None):
            document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=program)
        if inside := options.pop("inside", None):
            document.attachments["inside.bin"] = inside
        document.save(content, **options)
    return content.getvalue()


def test_an_exhibit_is_numbered_after_the_last_one_and_written_in_the_journal() -> None:
    incident = declared_incident(exhibits=2)
    exhibit = add(incident, png())
    assert exhibit.number == 3
    assert incident.events.filter(kind=Kind.EXHIBIT_ADDED).get().data == {"number": 3}


def test_the_original_is_kept_byte_for_byte_under_its_hash() -> None:
    upload = png()
    content = upload.read()
    exhibit = add(declared_incident(), upload)
    with exhibit.original.open() as kept:
        assert kept.read() == content
    assert exhibit.sha256 in exhibit.original.name


def test_the_same_bytes_are_stored_once() -> None:
    incident = declared_incident()
    first, second = add(incident, png("a.png")), add(incident, png("b.png"))
    assert first.original.name == second.original.name
    assert default_storage.listdir(f"originals/{first.sha256[:2]}")[1] == [first.sha256]


def test_half_a_file_left_by_a_killed_process_is_never_taken_for_the_original() -> None:
    upload = png()
    content = upload.read()
    sha256 = hashlib.sha256(content).hexdigest()
    default_storage.save(f"originals/{sha256[:2]}/{sha256}", ContentFile(content[:10]))
    with add(declared_incident(), upload).original.open() as kept:
        assert kept.read() == content


def test_the_type_is_read_from_the_content_never_from_the_name() -> None:
    upload = png("constat.pdf")
    assert add(declared_incident(), upload).media_type == "image/png"


def test_a_path_in_the_name_is_forgotten() -> None:
    upload = SimpleUploadedFile("x.png", png().read())
    upload._name = "../../etc/capture.png"
    assert add(declared_incident(), upload).name == "capture.png"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "est vide"),
        (b"<html><script>alert(1)</script></html>", "format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "format"),
        (b"PK\x03\x04 zip", "format"),
        (b"MZ\x90\x00 exe", "format"),
        (png().read()[:60], "abîmée|format"),
        (b"%PDF-1.7 nothing else", "abîmé"),
        (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "mot de passe"),
        (pdf(script="app.alert(1)"), "contient du code"),
        (pdf(program="cmd.exe"), "contient du code"),
        (pdf(inside=b"MZ"), "fichiers joints"),
    ],
    ids=[
        *("empty", "html", "svg", "zip", "exe", "cut", "broken-pdf", "locked-pdf"),
        *("script-pdf", "launching-pdf", "carrying-pdf"),
    ],
)
def test_a_bad_file_is_refused_with_its_own_sentence_and_nothing_is_kept(
    content: bytes, sentence: str
) -> None:
    incident = declared_incident()
    with pytest.raises(RefusedFile, match=sentence):
        add(incident, SimpleUploadedFile("capture.png", content))
    assert not incident.exhibits.exists()
    assert not incident.events.filter(kind=Kind.EXHIBIT_ADDED).exists()


def test_a_file_over_the_limit_is_refused_with_the_limit_in_words(settings) -> None:
    settings.EXHIBIT_MAX_BYTES = 0
    with pytest.raises(RefusedFile, match="Mo"):
        add(declared_incident(), png())


def test_a_picture_that_is_a_bomb_once_opened_is_refused() -> None:
    bomb = BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    with pytest.raises(RefusedFile, match="trop grande"):
        add(declared_incident(), SimpleUploadedFile("capture.png", bomb.getvalue()))


def test_a_capture_taller_than_a_jpeg_can_be_is_printed_all_the_same() -> None:
    capture = BytesIO()
    Image.new("RGB", (300, 70_000), "white").save(capture, "PNG")
    exhibit = add(declared_incident(), SimpleUploadedFile("page.png", capture.getvalue()))
    assert len(print_pages(exhibit)) > 40


def test_the_print_copy_is_an_upright_jpeg_that_fits_a_page_without_metadata() -> None:
    photo = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # held on its side
    exif[0x010F] = "telephone"
    Image.new("RGB", (3000, 2000), "teal").save(photo, "JPEG", exif=exif)
    exhibit = add(declared_incident(), SimpleUploadedFile("photo.jpg", photo.getvalue()))
    prepare_exhibits()
    exhibit.refresh_from_db()
    with exhibit.print_copy.open() as copy, Image.open(copy) as image:
        assert image.format == "JPEG"
        assert image.height > image.width
        assert image.width <= 1240
        assert not image.getexif()


def test_a_capture_of_a_whole_conversation_is_cut_into_pages_that_can_be_read() -> None:
    capture = png(size=(1080, 8000))
    exhibit = add(declared_incident(), capture)
    pages = [Image.open(BytesIO(page)) for page in print_pages(exhibit)]
    assert {page.width for page in pages} == {1080}
    assert sum(page.height for page in pages) == 8000
    assert max(page.height for page in pages) <= 1754


def test_a_declared_pdf_is_kept_as_it_is() -> None:
    incident = declared_incident()
    exhibit = attach(
        incident,
        upload=SimpleUploadedFile("constat.pdf", pdf()),
        kind=Exhibit.Kind.BAILIFF_REPORT,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    prepare_exhibits()
    exhibit.refresh_from_db()
    assert exhibit.media_type == "application/pdf"
    assert not exhibit.print_copy


def test_a_file_that_arrives_after_its_draft_was_sent_is_refused() -> None:
    incident = declared_incident()
    with pytest.raises(RefusedFile, match="déjà envoyée"):
        attach_to_declaration(
            incident.declaration,
            upload=png(),
            kind=Exhibit.Kind.CAPTURE,
            by=incident.practitioner.user,
            at=MONDAY_MORNING,
        )
