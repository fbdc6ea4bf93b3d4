"""Reading a PDF back, as its reader would."""

import os
import re
import shutil
import subprocess
from io import BytesIO

import pikepdf
import pytest

POPPLER_IS_HERE = shutil.which("pdftotext") or os.environ.get("CI")


def _pdftotext(pdf: bytes, *options: str) -> str:
    if not POPPLER_IS_HERE:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page in reading order, with single spaces."""
    return [" ".join(page.split()) for page in _pdftotext(pdf).removesuffix("\f").split("\f")]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def boxes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Where each word begins and ends across its page, in points."""
    words = re.findall(r'<word xMin="([\d.-]+)".*? xMax="([\d.-]+)"', _pdftotext(pdf, "-bbox"))
    return [(float(start), float(end)) for start, end in words]


def bookmarks_of(pdf: bytes) -> list[str]:
    def titles(items: list[pikepdf.OutlineItem]) -> list[str]:
        return [title for item in items for title in (item.title, *titles(item.children))]

    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        return titles(outline.root)
