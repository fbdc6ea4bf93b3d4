"""Laying out a dossier, and a receipt.

docs/decisions/0005-dossier-pdf.md says why PDF/A-3a and PDF/UA, and which fonts.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pikepdf
from django.conf import settings
from django.template.loader import render_to_string
from PIL import Image

from .libraries import load_renderer

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

STYLES = settings.BASE_DIR / "static" / "dossiers"
FONTS = Path(__file__).parent / "fonts"
# Colour emoji pass through fontTools, which writes the time: the same content, other bytes.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
# PDF/A knows nothing of PDF/UA: its identifier is allowed once this schema has described it.
PDF_UA = b"""
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


Images = Mapping[int, Sequence[bytes]]


class CannotRender(Exception):
    """The PDF would not be whole: a picture or a file is missing. The message names no person."""


def dossier_pdf(content: Mapping[str, Any], *, images: Images) -> bytes:
    """The PDF/A-3a and PDF/UA-1 of a frozen content. The same content gives the same bytes.

    `images` are the JPEG pages of each pictured exhibit, by its id. Raises `CannotRender` if one of
    them is damaged or was left out: WeasyPrint drops what it cannot load without a word, and a
    dossier must not.
    """
    for exhibit, pages in images.items():
        for page in pages:
            _check_is_whole(exhibit, page)
    return _archivable(lambda signs: _html(content, images, signs), images)


def receipt_pdf(content: Mapping[str, Any]) -> bytes:
    """The PDF/A-3a and PDF/UA-1 of the frozen content of a receipt. Raises `CannotRender`."""

    def html(without_glyph: Iterable[str]) -> str:
        codes = _codes(without_glyph)
        context = {"receipt": content, "codes": list(codes.values())}
        return render_to_string("dossiers/receipt.html", context).translate(str.maketrans(codes))

    return _archivable(html, {})


def _archivable(html: Callable[[Iterable[str]], str], images: Images) -> bytes:
    """Lay out what `html` writes, told of the signs that no font draws, and check it is whole."""
    pdf, without_glyph = _lay_out(html(()), images)
    if without_glyph:
        pdf, _ = _lay_out(html(without_glyph), images)
    with pikepdf.open(BytesIO(pdf)) as document:
        pictures = [item for item in document.objects if _is_picture(item)]
        embedded = {_digest(picture.read_raw_bytes()) for picture in pictures}
        left_out = [
            exhibit for exhibit, pages in images.items() if not embedded >= set(map(_digest, pages))
        ]
        if left_out:
            raise CannotRender(f"exhibits left out: {left_out}")
        for picture in pictures:
            if "/Interpolate" in picture:  # forbidden by PDF/A, written by WeasyPrint
                del picture["/Interpolate"]
        metadata = document.Root.Metadata
        metadata.write(metadata.read_bytes().replace(b"</rdf:RDF>", PDF_UA))
        out = BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _digest(picture: bytes) -> bytes:
    return hashlib.sha256(picture).digest()


def _check_is_whole(exhibit: int, image: bytes) -> None:
    """WeasyPrint reads the header of a JPEG only: half a picture would print as half a picture."""
    try:
        with Image.open(BytesIO(image), formats=["JPEG"]) as picture:
            picture.load()
    except (OSError, SyntaxError) as error:
        raise CannotRender(f"exhibit {exhibit} is damaged: {error}") from error


def _is_picture(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


def _html(content: Mapping[str, Any], images: Images, without_glyph: Iterable[str] = ()) -> str:
    """The page to lay out; signs that no font can draw are written as their Unicode number."""
    exhibits = [
        {**exhibit, "pages": _page_names(exhibit["id"], images) if exhibit["is_image"] else []}
        for exhibit in content["exhibits"]
    ]
    codes = _codes(without_glyph)
    template = f"dossiers/{content['partner']['kind']}.html"
    context = {"dossier": {**content, "exhibits": exhibits}, "codes": list(codes.values())}
    html = render_to_string(template, context)
    return html.translate(str.maketrans(codes))


def _codes(signs: Iterable[str]) -> dict[str, str]:
    return {sign: f"[U+{ord(sign):04X}]" for sign in sorted(signs)}


def _page_names(exhibit: int, images: Images) -> list[str]:
    if not images.get(exhibit):
        raise CannotRender(f"exhibit {exhibit} has no picture")
    return [f"{exhibit}-{page}" for page in range(len(images[exhibit]))]


def _lay_out(html: str, images: Images) -> tuple[bytes, set[str]]:
    """The PDF as WeasyPrint makes it, and the signs that no installed font can draw."""
    renderer = load_renderer()
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OurFilesOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Serves our styles, our fonts and the pictures of this dossier, and nothing else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            try:
                body, media_type = _our_file(url, images)
            except (LookupError, OSError, ValueError) as error:
                raise FatalURLFetchingError(url) from error
            return URLFetcherResponse(url, body, {"Content-Type": media_type})

    missing = _MissingGlyphs()
    log = logging.getLogger("weasyprint")
    log.addHandler(missing)
    try:
        document = renderer.HTML(string=html, base_url="vigie://style/", url_fetcher=OurFilesOnly())
        return document.write_pdf(pdf_variant="pdf/a-3a"), missing.signs
    except FatalURLFetchingError as error:
        raise CannotRender(f"not one of our files: {error}") from error
    finally:
        log.removeHandler(missing)


def _our_file(url: str, images: Images) -> tuple[bytes, str]:
    address = urlsplit(url)
    name = unquote(address.path).removeprefix("/")
    if Path(name).name == name:
        match address.scheme, address.netloc:
            case "vigie", "exhibit":
                exhibit, page = map(int, name.split("-"))
                return images[exhibit][page], "image/jpeg"
            case "vigie", "style":
                return (STYLES / name).read_bytes(), "text/css"
            case "vigie", "font":
                return (FONTS / name).read_bytes(), "font/ttf"
    raise LookupError(url)


class _MissingGlyphs(logging.Handler):
    """WeasyPrint says in its log alone that it drew a white box for want of a glyph."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.signs: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg.startswith(".notdef") and isinstance(record.args, tuple):
            self.signs.add(str(record.args[0]))
