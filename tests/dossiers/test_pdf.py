import logging
from io import BytesIO
from time import sleep

import pikepdf
import pytest
from PIL import Image

from apps.dossiers.pdf import CannotRender, _lay_out, _our_file, dossier_pdf

from .reading import bookmarks_of, boxes_of, pages_of, text_of
from .samples import bailiff_content, exhibit, jpeg, lawyer_content, made, pictures, review

MARGIN = 20 * 72 / 25.4
A4_WIDTH = 210 * 72 / 25.4
CONTENTS = [bailiff_content, lawyer_content]


def test_the_same_content_gives_the_same_bytes() -> None:
    """A second later too: no time is written anywhere, not into the font of an emoji either."""
    contents = [*(content() for content in CONTENTS), bailiff_content(reviews=[review(words="🤡")])]
    first = [dossier_pdf(content, images=pictures(content)) for content in contents]
    sleep(1.1)
    assert [dossier_pdf(content, images=pictures(content)) for content in contents] == first


def test_another_version_gives_other_bytes() -> None:
    assert made(bailiff_content()) != made(bailiff_content(version=2))


@pytest.mark.parametrize("content", CONTENTS)
def test_it_says_that_it_is_archivable_and_accessible(content) -> None:
    with pikepdf.open(BytesIO(made(content()))) as document:
        metadata = document.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3" pdfaid:conformance="A"' in metadata
        assert metadata.count(b'pdfuaid:part="1"') == 1
        assert document.Root.Lang == "fr"
        assert document.Root.MarkInfo.Marked
        assert "ER-2026-000001 – version 1" in str(document.docinfo.Title)
        assert not [item for item in document.objects if is_smoothed(item)]


def is_smoothed(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and "/Interpolate" in item


@pytest.mark.parametrize("content", CONTENTS)
def test_each_picture_has_a_page_and_a_bookmark_with_its_number(content) -> None:
    pdf = made(content())
    assert [title for title in bookmarks_of(pdf) if title.startswith("Pièce")] == [
        "Pièce n°\u00a01 – IMG_20261120_2301.png",
        "Pièce n°\u00a02 – IMG_20261120_2302.png",
    ]
    for number, page in zip((1, 2), pages_of(pdf)[-2:], strict=True):
        assert f"Pièce n° {number} –" in page


@pytest.mark.parametrize("content", CONTENTS)
def test_every_page_bears_the_reference_its_number_and_confidential(content) -> None:
    pages = pages_of(made(content()))
    for number, page in enumerate(pages, start=1):
        assert "ER-2026-000001 · mission M-000012 · version 1" in page
        assert "Confidentiel" in page
        assert f"page {number}/{len(pages)}" in page


@pytest.mark.parametrize("content", CONTENTS)
def test_weasyprint_has_nothing_to_complain_of(content, caplog) -> None:
    dossier_pdf(content(), images=pictures(content()))
    said = [record for record in caplog.records if record.name == "weasyprint"]
    assert not [record.getMessage() for record in said if record.levelno >= logging.WARNING]


# --- What must not be made ------------------------------------------------------------------------


def test_a_picture_that_is_not_there_is_refused() -> None:
    content = bailiff_content()
    images = pictures(content)
    del images[102]
    with pytest.raises(CannotRender, match="exhibit 102 has no picture"):
        dossier_pdf(content, images=images)


def test_a_worker_that_made_a_dossier_still_refuses_half_a_picture() -> None:
    made(bailiff_content())
    with pytest.raises(OSError, match="truncated"), Image.open(BytesIO(jpeg()[:-2000])) as half:
        half.load()


@pytest.mark.parametrize("damage", [lambda copy: copy[:-2000], lambda copy: b"not a picture"])
def test_a_damaged_picture_is_refused(damage) -> None:
    content = bailiff_content()
    images = pictures(content)
    images[102] = [damage(*images[102])]
    with pytest.raises(CannotRender, match="exhibit 102 is damaged"):
        dossier_pdf(content, images=images)


def test_a_capture_in_several_pages_is_printed_page_after_page() -> None:
    content = bailiff_content()
    images = pictures(content)
    images[102] = [jpeg("haut"), jpeg("milieu"), jpeg("bas")]
    text = " ".join(pages_of(dossier_pdf(content, images=images)))
    assert all(f"({page}/3)" in text for page in (1, 2, 3))
    images[102][1] = b"not a picture"
    with pytest.raises(CannotRender, match="exhibit 102 is damaged"):
        dossier_pdf(content, images=images)


def test_a_picture_that_no_page_shows_is_refused() -> None:
    with pytest.raises(CannotRender, match="left out"):
        dossier_pdf(bailiff_content(exhibits=[]), images={101: [jpeg()]})


def test_a_picture_shown_twice_is_kept_once_and_is_no_error() -> None:
    content = bailiff_content()
    assert dossier_pdf(content, images={key: [jpeg()] for key in (101, 102)})


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/picture.png",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "vigie://style/../../../etc/passwd",
        "vigie://style/..%2F..%2Fmanage.py",
        "vigie://style/absent.css",
        "vigie://exhibit/999",
        "vigie://exhibit/x",
        "vigie://other/dossier.css",
    ],
)
def test_only_our_own_files_are_read(url: str) -> None:
    with pytest.raises((LookupError, OSError, ValueError)):
        _our_file(url, {101: jpeg()})
    for html in (f'<img src="{url}">', f'<link rel="stylesheet" href="{url}">'):
        with pytest.raises(CannotRender):
            _lay_out(html, {101: jpeg()})


# --- What people write ----------------------------------------------------------------------------


def test_the_words_of_a_review_are_never_read_as_a_page() -> None:
    words = "<img src='file:///etc/passwd'> <b>Fuyez</b> {{ dossier }} & co"
    assert words in text_of(made(bailiff_content(reviews=[review(words=words)])))


def test_a_sign_that_no_font_can_draw_is_written_as_its_number(caplog) -> None:
    """However little is logged: WeasyPrint says it in its log alone."""
    caplog.set_level(logging.CRITICAL)
    text = text_of(made(bailiff_content(reviews=[review(words="Fuyez \U000f1234 !")])))
    assert "Fuyez [U+F1234] !" in text
    assert "numéro Unicode, comme [U+F1234]" in text
    assert "numéro Unicode" not in text_of(made(bailiff_content()))


def test_emoji_and_other_scripts_are_all_there() -> None:
    words = "🤡 Аферист 骗 Απατεώνας"
    text = text_of(made(bailiff_content(reviews=[review(words=words)])))
    assert "Аферист" in text
    assert "Απατεώνας" in text
    for sign in "🤡骗":
        assert sign in text or f"[U+{ord(sign):04X}]" in text


def test_an_address_in_another_script_stays_a_link_when_its_signs_cannot_be_drawn() -> None:
    pdf = made(bailiff_content(reviews=[review(url="https://example.org/\U000f1234")]))
    with pikepdf.open(BytesIO(pdf)) as document:
        links = [str(note.A.URI) for page in document.pages for note in page.get("/Annots", [])]
    assert links == ["https://example.org/%F3%B1%88%B4"]


def test_a_long_dossier_keeps_within_its_margins() -> None:
    reviews = [
        review(
            number=number,
            words="Mot " * 600 + "x" * 400,
            url="https://example.org/" + "a" * 900,
            author_pseudonym="p" * 100,
        )
        for number in range(1, 21)
    ]
    exhibits = [exhibit(number, name="n" * 146 + ".png") for number in range(1, 13)]
    pdf = made(bailiff_content(reviews=reviews, exhibits=exhibits))
    assert len(pages_of(pdf)) > 50
    for start, end in boxes_of(pdf):
        assert start >= MARGIN - 1
        assert end <= A4_WIDTH - MARGIN + 1
