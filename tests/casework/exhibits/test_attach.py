import hashlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from apps.casework.exhibits.attach import attach
from apps.casework.tasks import prepare_exhibits
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import print_pages
from apps.exhibits.seal import RefusedFile
from apps.journal.kinds import Kind
from tests.exhibits.corpus import BAD, pdf
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    attached,
    captured,
    declared_incident,
    png,
    started_declaration,
)

pytestmark = pytest.mark.django_db
BAD_AT_HAND = [BAD[case] for case in ("html", "zip", "cut png", "broken pdf", "jpeg and zip")]


def add(incident, upload: SimpleUploadedFile) -> Exhibit:
    return attached(incident, upload=upload)


def test_an_exhibit_is_numbered_after_the_last_one_and_written_in_the_journal() -> None:
    incident = declared_incident(exhibits=2)
    exhibit = add(incident, png(size=(99, 40)))
    assert exhibit.number == 3
    assert incident.events.filter(kind=Kind.EXHIBIT_ADDED).get().data == {"number": 3}


def test_the_original_is_kept_byte_for_byte_under_its_hash() -> None:
    upload = png()
    content = upload.read()
    exhibit = add(declared_incident(), upload)
    with exhibit.original.open() as kept:
        assert kept.read() == content
    assert exhibit.sha256 in exhibit.original.name


def test_the_same_bytes_in_two_files_are_stored_once() -> None:
    first, second = add(declared_incident(), png("a.png")), add(declared_incident(), png("b.png"))
    assert first != second
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


def test_a_refused_file_leaves_no_row_no_event_and_no_bytes() -> None:
    incident = declared_incident()
    for make, _ in BAD_AT_HAND:
        with pytest.raises(RefusedFile):
            add(incident, SimpleUploadedFile("capture.png", make()))
    assert not incident.exhibits.exists()
    assert not incident.events.filter(kind=Kind.EXHIBIT_ADDED).exists()
    assert not default_storage.exists("originals")


def test_what_all_exhibits_of_a_file_weigh_is_limited(settings) -> None:
    incident = declared_incident(exhibits=1)
    settings.EXHIBIT_TOTAL_MAX_BYTES = incident.exhibits.get().size + 10
    with pytest.raises(RefusedFile, match="dépasseraient"):
        add(incident, png(size=(99, 40)))
    assert incident.exhibits.count() == 1


def test_what_all_exhibits_of_a_draft_weigh_is_limited(settings) -> None:
    draft = started_declaration(PractitionerFactory())
    settings.EXHIBIT_TOTAL_MAX_BYTES = 10
    with pytest.raises(RefusedFile, match="dépasseraient"):
        captured(draft)
    assert not draft.exhibits.exists()


def test_the_same_bytes_sent_twice_to_a_draft_are_one_exhibit() -> None:
    draft = started_declaration(PractitionerFactory())
    first = captured(draft, upload=png("a.png"), contents=[2])
    again = captured(draft, upload=png("b.png"), contents=[1, 2])
    assert again == first
    assert again.contents == [1, 2]
    assert again.name == "a.png"


def test_the_same_bytes_sent_twice_to_a_file_are_one_exhibit_that_proves_more() -> None:
    incident = declared_incident()
    first, again = add(incident, png("a.png")), add(incident, png("b.png"))
    assert again == first
    assert incident.events.filter(kind=Kind.EXHIBIT_ADDED).count() == 1
    review = incident.reviews.first()
    proof = attach(
        incident,
        upload=png(),
        kind=Exhibit.Kind.CAPTURE,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
        reviews=[review],
    )
    assert proof == first
    assert list(proof.reviews.all()) == [review]


def test_what_was_withdrawn_can_be_sent_again() -> None:
    incident = declared_incident()
    first = add(incident, png())
    Exhibit.objects.filter(pk=first.pk).update(withdrawn_at=MONDAY_MORNING)
    assert add(incident, png()) != first


def test_the_page_that_a_file_shows_is_kept_as_declared() -> None:
    draft = started_declaration(PractitionerFactory())
    exhibit = captured(draft, declared_url="https://avis.example/1")
    assert exhibit.declared_url == "https://avis.example/1"


def test_a_capture_taller_than_a_jpeg_can_be_is_printed_all_the_same() -> None:
    capture = BytesIO()
    Image.new("RGB", (300, 70_000), "white").save(capture, "PNG")
    exhibit = add(declared_incident(), SimpleUploadedFile("page.png", capture.getvalue()))
    assert len(print_pages(exhibit)) > 40


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
        captured(incident.declaration)
