"""A second file inside the first: what a picture or a video has no reason to contain.

Each mark is at least six bytes long and tells an archive, a program or a page for sure: in two
hundred megabytes of compressed pixels none of them turns up by chance.
"""

from collections.abc import Iterator

from apps.exhibits.refusals import Reason, Unacceptable

STEP, LONGEST = 1024**2, 128  # bytes read at a time; no mark is longer than the overlap

VIRUS_TEST = b"".join(
    (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$", b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
)
ARCHIVES_AND_PROGRAMS = (
    b"PK\5\6\0\0\0\0",  # the end of a ZIP, which is where its readers look first
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x7fELF\1\1\1",
    b"\x7fELF\2\1\1",
    b"This program cannot be run in DOS mode",
)
PAGES_AND_SCRIPTS = (b"<script", b"<html>", b"<html ", b"<!doctype html", b"<?php ", b"#!/bin/")
PDF = b"%PDF-1."


def refuse_hidden(data: bytes, *, pages: bool) -> None:
    """Raise `Unacceptable` for a file that holds another one.

    `pages` tells whether pages, scripts and PDF are looked for too: not in what is made of text.
    """
    for chunk in _chunks(data):
        if VIRUS_TEST in chunk:
            raise Unacceptable(Reason.VIRUS_TEST)
        if any(mark in chunk for mark in ARCHIVES_AND_PROGRAMS):
            raise Unacceptable(Reason.TWO_FILES)
        if pages:
            lower = chunk.lower()
            if PDF in chunk or any(mark in lower for mark in PAGES_AND_SCRIPTS):
                raise Unacceptable(Reason.TWO_FILES)


def _chunks(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), STEP):
        yield bytes(data[start : start + STEP + LONGEST])
