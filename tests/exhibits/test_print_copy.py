"""What people look at: copies, upright and without what a phone writes into its pictures."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from apps.casework.tasks import prepare_exhibits
from apps.exhibits.copyist import ORIENTATION
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import make_copies, print_pages
from apps.exhibits.workshop import CannotCopy, Workshop
from tests.exhibits.corpus import heic, mail, mp4, pdf, picture, png_with
from tests.factories import attached, declared_incident

from .test_examine import upload

pytestmark = pytest.mark.django_db
GPS, MAKER = 0x8825, 0x010F


def kept(content: bytes) -> Exhibit:
    return attached(declared_incident(), upload=upload(content))


def held_sideways() -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKER] = "telephone"
    exif.get_ifd(GPS).update({1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 3.0)})
    return exif


def opened(stored) -> Image.Image:
    with stored.open() as file:
        image = Image.open(BytesIO(file.read()))
        image.load()
        return image


def test_copies_lose_the_place_and_the_original_keeps_it() -> None:
    exhibit = kept(picture("JPEG", (3000, 2000), exif=held_sideways(), comment=b"chez moi"))
    prepare_exhibits()
    exhibit.refresh_from_db()
    assert dict(opened(exhibit.original).getexif().get_ifd(GPS))
    for copy in (exhibit.print_copy, exhibit.thumbnail):
        image = opened(copy)
        assert image.format == "JPEG"
        assert not image.getexif()
        assert "comment" not in image.info
        assert image.height > image.width
    assert (exhibit.width, exhibit.height) == (2000, 3000)


def test_a_page_is_as_wide_as_a4_at_150_dpi_and_a_thumbnail_fits_320_pixels() -> None:
    exhibit = kept(picture(size=(2480, 3508)))
    make_copies(exhibit)
    assert opened(exhibit.print_copy).size == (1240, 1754)
    assert max(opened(exhibit.thumbnail).size) == 320


def test_a_photo_of_an_iphone_stays_what_it_is_and_is_shown_as_jpeg() -> None:
    exhibit = kept(heic((400, 300), exif=held_sideways().tobytes()))
    prepare_exhibits()
    exhibit.refresh_from_db()
    with exhibit.original.open() as original:
        assert original.read(12)[4:] == b"ftypheic"
    assert opened(exhibit.print_copy).format == "JPEG"
    assert not opened(exhibit.print_copy).getexif()


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_kind_of_png_is_drawn_on_white(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (40, 30)).save(out, "PNG")
    exhibit = kept(out.getvalue())
    make_copies(exhibit)
    expected = (255, 255, 255) if mode in {"LA", "RGBA"} else (0, 0, 0)
    assert opened(exhibit.print_copy).getpixel((5, 5)) == expected


def test_what_is_no_picture_has_no_copy() -> None:
    incident = declared_incident()
    for content in (pdf(), mail(), mp4()):
        attached(incident, upload=upload(content))
    assert not Exhibit.objects.without_copies()
    prepare_exhibits()
    assert not Exhibit.objects.exclude(print_copy="", thumbnail="", preparations=0)


def test_a_picture_that_cannot_be_opened_is_given_up_after_three_rounds(caplog) -> None:
    damaged = kept(png_with(size=(2000, 2000)))
    fine = kept(picture())
    for _ in range(5):
        prepare_exhibits()
    damaged.refresh_from_db()
    fine.refresh_from_db()
    assert damaged.preparations == 3
    assert damaged.is_given_up
    assert not damaged.is_printable
    assert not fine.is_given_up
    assert fine.preparations == 1
    assert damaged.name not in caplog.text


def test_a_worker_that_is_killed_has_counted_its_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    exhibit = kept(picture())

    def killed(*args: object) -> None:
        raise SystemExit

    monkeypatch.setattr(Workshop, "copies", killed)
    with pytest.raises(SystemExit):
        make_copies(exhibit)
    exhibit.refresh_from_db()
    assert exhibit.preparations == 1


def test_a_picture_too_large_for_the_memory_of_its_child_harms_nobody_else(settings) -> None:
    settings.EXHIBIT_MAX_PIXELS = 400_000_000
    out = BytesIO()
    Image.new("L", (19_000, 19_000)).convert("P").save(out, "PNG", transparency=0)
    with Workshop() as workshop:
        with pytest.raises(CannotCopy):
            workshop.copies(BytesIO(out.getvalue()))
        assert workshop.copies(BytesIO(picture())).width == 64


def test_a_child_that_dies_is_replaced() -> None:
    with Workshop() as workshop:
        workshop.copies(BytesIO(picture()))
        workshop._child.kill()
        workshop._child.wait()
        with pytest.raises(CannotCopy, match="dead"):
            workshop.copies(BytesIO(picture()))
        assert workshop.copies(BytesIO(picture())).width == 64


def test_half_a_copy_left_by_a_killed_worker_is_made_again() -> None:
    exhibit = kept(picture())
    make_copies(exhibit)
    whole = opened(exhibit.print_copy).size
    exhibit.print_copy.storage.delete(exhibit.print_copy.name)
    exhibit.print_copy.storage.save(exhibit.print_copy.name, ContentFile(b"\xff\xd8"))
    Exhibit.objects.update(print_copy="", thumbnail="")
    exhibit.refresh_from_db()
    assert len(print_pages(exhibit)) == 1
    assert opened(exhibit.print_copy).size == whole
