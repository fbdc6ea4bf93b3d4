"""What a file is, from its first bytes. Its name is never asked."""

import re
from enum import StrEnum

from apps.exhibits.refusals import Reason, Unacceptable


class Format(StrEnum):
    """A kind of file by its media type; the name is the one of `EXHIBIT_FORMATS` in capitals."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    HEIC = "image/heic"
    PDF = "application/pdf"
    EML = "message/rfc822"
    MP4 = "video/mp4"


HEAD = 4096  # bytes that are enough to tell

STILL_HEIF = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
MOVING_HEIF = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1", b"avis"}
MP4 = re.compile(rb"iso[m2-9]|mp4[12]|avc1|M4V[ HP]|dash|mmp4|MSNV|3gp.")

ACCEPTED = {
    b"\xff\xd8\xff": Format.JPEG,
    b"\x89PNG\r\n\x1a\n": Format.PNG,
    b"%PDF-": Format.PDF,
}
REFUSED = {
    b"GIF8": Reason.ANIMATION,
    **dict.fromkeys(
        (
            b"II*\0",
            b"MM\0*",
            b"II+\0",
            b"IIRO",
            b"IIU\0",
            b"FUJIFILM",
            b"BM",
            b"8BPS",
            b"\0\0\1\0",
            b"\0\0\0\x0cjP  ",
            b"\xff\x0a",
            b"FOVb",
        ),
        Reason.OTHER_PICTURE,
    ),
    **dict.fromkeys(
        (
            b"PK\3\4",
            b"PK\5\6",
            b"PK\7\x08",
            b"Rar!",
            b"7z\xbc\xaf\x27\x1c",
            b"\x1f\x8b",
            b"BZh",
            b"\xfd7zXZ\0",
            b"\x28\xb5\x2f\xfd",
            b"MSCF",
            b"!<arch>\n",
        ),
        Reason.ARCHIVE,
    ),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Reason.OFFICE,
    b"{\\rtf": Reason.OFFICE,
    **dict.fromkeys(
        (
            b"MZ",
            b"\x7fELF",
            b"\xca\xfe\xba\xbe",
            b"\xfe\xed\xfa",
            b"\xce\xfa\xed\xfe",
            b"\xcf\xfa\xed\xfe",
            b"dex\n",
            b"\0asm",
            b"L\0\0\0\1\x14\2\0",
        ),
        Reason.PROGRAM,
    ),
    b"#!": Reason.SCRIPT,
    b"\x1aE\xdf\xa3": Reason.OTHER_VIDEO,
    b"\0\0\1\xba": Reason.OTHER_VIDEO,
    b"FLV\1": Reason.OTHER_VIDEO,
}
OFFICE_INSIDE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/vnd\.|word/|xl/|ppt/")
WEB_PAGE = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>]|<iframe", re.IGNORECASE
)
DRAWING = re.compile(rb"<svg[\s>]|<!doctype\s+svg", re.IGNORECASE)
SCRIPT = re.compile(
    rb"^\s*(@?echo\s+off|rem\s|<\?php|<%|'use strict'|\"use strict\"|\(?function\s*\w*\(|"
    rb"(var|let|const|import|export|require|Dim|Set)\b.*[=;(]|#requires|param\s*\(|"
    rb"powershell|\$\w+\s*=|window\.|document\.|eval\(|alert\(|WScript|Windows Registry)",
    re.IGNORECASE | re.MULTILINE,
)
SAVED_PAGE = re.compile(
    rb"^(Snapshot-Content-Location:|From:\s*<Saved by )", re.IGNORECASE | re.MULTILINE
)
HEADER = re.compile(rb"^(From |[A-Za-z][A-Za-z0-9-]*:[ \t\r\n])")
MAIL_HEADERS = re.compile(
    rb"^(From|Date|Subject|Received|Message-ID|To|Return-Path):", re.IGNORECASE | re.MULTILINE
)


def sniff(head: bytes) -> Format:
    """The format of a file that starts like this. Raises `Unacceptable`."""
    for start, format in ACCEPTED.items():
        if head.startswith(start):
            return format
    if head[4:8] == b"ftyp":
        return _media(head[8:12])
    if head.startswith(b"RIFF"):
        return _riff(head[8:12])
    for start, reason in REFUSED.items():
        if head.startswith(start):
            raise Unacceptable(_archive(head) if reason is Reason.ARCHIVE else reason)
    if head[257:262] == b"ustar":
        raise Unacceptable(Reason.ARCHIVE)
    if b"%PDF-" in head[:1024]:
        raise Unacceptable(Reason.LATE_PDF)
    return _text(head)


def _archive(head: bytes) -> Reason:
    return Reason.OFFICE if OFFICE_INSIDE.search(head) else Reason.ARCHIVE


def _media(brand: bytes) -> Format:
    if brand in STILL_HEIF:
        return Format.HEIC
    if brand in MOVING_HEIF:
        raise Unacceptable(Reason.ANIMATION)
    if brand in {b"avif", b"crx "}:
        raise Unacceptable(Reason.OTHER_PICTURE)
    if MP4.match(brand):
        return Format.MP4
    raise Unacceptable(Reason.OTHER_VIDEO)


def _riff(kind: bytes) -> Format:
    if kind == b"WEBP":
        return Format.WEBP
    raise Unacceptable(Reason.OTHER_VIDEO if kind == b"AVI " else Reason.UNKNOWN)


def _text(head: bytes) -> Format:
    text = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()
    if HEADER.match(text):
        headers = re.split(rb"\r?\n\r?\n", text, maxsplit=1)[0]
        if SAVED_PAGE.search(headers):
            raise Unacceptable(Reason.SAVED_PAGE)
        if len({found.lower() for found in MAIL_HEADERS.findall(headers)}) >= 2:
            return Format.EML
    for pattern, reason in (
        (DRAWING, Reason.DRAWING),
        (WEB_PAGE, Reason.WEB_PAGE),
        (SCRIPT, Reason.SCRIPT),
    ):
        if pattern.search(text):
            raise Unacceptable(reason)
    raise Unacceptable(Reason.UNKNOWN)
