"""Laying out a dossier. WeasyPrint is imported in the function: it is slow and needs Pango."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import fontpkg_source_sans_3
import pikepdf
from django.conf import settings
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

STYLES = settings.BASE_DIR / "static" / "dossiers"
FONTS = Path(fontpkg_source_sans_3.__file__).parent / "files"


class CannotRender(Exception):
    """The PDF would not be whole: a picture or a file is missing. The message names no person."""


def dossier_pdf(content: Mapping[str, Any], *, images: Mapping[int, bytes]) -> bytes:
    """The PDF/A-3a of a frozen content. The same content always gives the same bytes.

    `images` are the JPEG copies by exhibit id. Raises `CannotRender` if a picture was left out:
    WeasyPrint drops what it cannot load without a word, and a dossier must not.
    """
    html = render_to_string(f"dossiers/{content['partner']['kind']}.html", {"dossier": content})
    pdf = _lay_out(html, images)
    with pikepdf.open(BytesIO(pdf)) as document:
        pictures = [obj for obj in document.objects if _is_picture(obj)]
        if len(pictures) < len(set(images.values())):
            raise CannotRender(f"{len(images)} pictures expected, {len(pictures)} embedded")
        for picture in pictures:
            if "/Interpolate" in picture:  # forbidden by PDF/A, written by WeasyPrint
                del picture["/Interpolate"]
        out = BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _is_picture(obj: pikepdf.Object) -> bool:
    return isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image"


def _lay_out(html: str, images: Mapping[int, bytes]) -> bytes:
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OurFilesOnly(URLFetcher):  # type: ignore[misc]
        """Serves our styles, our fonts and the pictures of this dossier, and nothing else."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            kind, name = urlsplit(url).netloc, unquote(urlsplit(url).path).lstrip("/")
            if urlsplit(url).scheme != "vigie" or "/" in name:
                raise FatalURLFetchingError(url)
            if kind == "exhibit" and name.isdigit() and int(name) in images:
                return URLFetcherResponse(url, images[int(name)], {"Content-Type": "image/jpeg"})
            if kind == "style" and name.endswith(".css"):
                return URLFetcherResponse(
                    url, (STYLES / name).read_bytes(), {"Content-Type": "text/css"}
                )
            if kind == "font" and name.endswith(".ttf"):
                return URLFetcherResponse(
                    url, (FONTS / name).read_bytes(), {"Content-Type": "font/ttf"}
                )
            raise FatalURLFetchingError(url)

    try:
        document = HTML(string=html, base_url="vigie://style/", url_fetcher=OurFilesOnly())
        return bytes(document.write_pdf(pdf_variant="pdf/a-3a"))
    except FatalURLFetchingError as error:
        raise CannotRender(f"not one of our files: {error}") from error
