"""Files that nobody should keep, each made by the function that bears its name, and good ones."""

import gzip
import json
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO

import pikepdf
import pillow_heif
from PIL import Image

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PROGRAM = b"MZ\x90\0" + b"\0" * 60 + b"This program cannot be run in DOS mode.\r\n$"


# --- Good files ---------------------------------------------------------------------------------


def picture(format: str = "PNG", size: tuple[int, int] = (64, 48), **options) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, format, **options)
    return out.getvalue()


def heic(size: tuple[int, int] = (64, 48), **options) -> bytes:
    out = BytesIO()
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    pillow_heif.from_pillow(image).save(out, quality=50, **options)
    return out.getvalue()


def pdf(**options) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out, **options)
    return out.getvalue()


def box(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def mp4(brand: bytes = b"isom", *, film: bool = True) -> bytes:
    """Boxes of a film; nothing in it can be played, nor is it ever decoded here."""
    moov = box(b"moov", box(b"mvhd", b"\0" * 100) + (box(b"trak", b"\0" * 80) if film else b""))
    return box(b"ftyp", brand + b"\0\0\2\0isomiso2mp41") + moov + box(b"mdat", b"\x11" * 500)


def mail(attachment: bytes = b"", name: str = "", kind: str = "application/octet-stream") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "avis@plateforme.example", "dr@cabinet.example"
    message["Date"], message["Subject"] = "Mon, 23 Nov 2026 08:00:00 +0100", "Votre signalement"
    message.set_content("Bonjour,\nnous avons reçu votre signalement.\n")
    message.add_alternative("<html><body><p>Bonjour</p></body></html>", subtype="html")
    if name:
        main, sub = kind.split("/")
        message.add_attachment(attachment, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


GOOD: dict[str, tuple[bytes, str]] = {
    "jpeg": (picture("JPEG"), "image/jpeg"),
    "progressive jpeg": (picture("JPEG", progressive=True), "image/jpeg"),
    "png": (picture(), "image/png"),
    "webp": (picture("WEBP"), "image/webp"),
    "lossless webp": (picture("WEBP", lossless=True), "image/webp"),
    "heic": (heic(), "image/heic"),
    "pdf": (pdf(), "application/pdf"),
    "mp4": (mp4(), "video/mp4"),
    "e-mail": (mail(), "message/rfc822"),
    "e-mail with a picture": (mail(picture(), "a.png", "image/png"), "message/rfc822"),
    "e-mail with a pdf": (mail(pdf(), "a.pdf", "application/pdf"), "message/rfc822"),
}

# --- Bad files ----------------------------------------------------------------------------------


def zipped(name: str = "a.txt", content: bytes = b"bonjour") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def tarred() -> bytes:
    out = BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return out.getvalue()


def docx() -> bytes:
    return zipped("[Content_Types].xml", b"<Types/>")


def locked_pdf() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="a", user="b"))


def owner_locked_pdf() -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="a", user=""))


def active_pdf(**action) -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.OpenAction = pikepdf.Dictionary(**action)
        document.save(out)
    return out.getvalue()


def carrying_pdf() -> bytes:
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["inside.bin"] = b"MZ"
        document.save(out)
    return out.getvalue()


def pdf_that_inflates() -> bytes:
    """Five megabytes; the stream that holds its catalogue takes a gigabyte once inflated."""
    pump = zlib.compressobj(1)
    packed = [pump.compress(b"1 0 <</Type/Catalog/Pages 4 0 R>>")]
    packed += [pump.compress(b" " * 1024**2) for _ in range(1024)]
    content = b"".join((*packed, pump.flush()))
    out, places = BytesIO(), {}
    out.write(b"%PDF-1.5\n")
    for number, about, stream in (
        (4, b"/Type/Pages/Kids[]/Count 0", None),
        (2, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d" % len(content), content),
    ):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n<<%s>>\n" % (number, about))
        out.write(b"stream\n%s\nendstream\n" % stream if stream else b"")
        out.write(b"endobj\n")
    places[3] = start = out.tell()
    rows = [(0, 0, 0), (2, 2, 0), (1, places[2], 0), (1, places[3], 0), (1, places[4], 0)]
    table = b"".join(struct.pack(">BIB", *row) for row in rows)
    out.write(b"3 0 obj\n<</Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d>>\n" % len(table))
    out.write(b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, start))
    return out.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_with(*chunks: bytes, size: tuple[int, int] = (1, 1)) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    return png_with(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"A" * 64 * 1024**2, 9)))


def jpeg_bomb() -> bytes:
    """A header that announces four thousand million pixels."""
    content = bytearray(picture("JPEG"))
    frame = content.index(b"\xff\xc0")
    content[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
    return bytes(content)


def animated(format: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "teal")]
    out = BytesIO()
    frames[0].save(out, format, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def heic_sequence() -> bytes:
    return heic().replace(b"ftypheic", b"ftyphevc", 1)


def heic_with_a_film() -> bytes:
    return heic() + box(b"moov", b"\0" * 50)


def deep_mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "fond"
    message.set_content("fond")
    for _ in range(30):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a@b.example", "Tr"
        outer.make_mixed()
        outer.attach(message)
        message = outer
    return message.as_bytes()


def damaged_png() -> bytes:
    content = bytearray(picture())
    content[60] ^= 0xFF
    return bytes(content)


def mht() -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://avis.example/\r\n"
        b"Subject: avis\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n"
        b"\r\n--x\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n--x--\r\n"
    )


def comment(text: bytes) -> bytes:
    """A JPEG in whose comment something else is written."""
    content = picture("JPEG")
    return content[:2] + b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text + content[2:]


# Each bad file, and the name of the reason (`apps/exhibits/refusals.py`) for which it is refused.
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "EMPTY"),
    "words": (lambda: b"Cet avis est faux.\n", "UNKNOWN"),
    "binary": (lambda: bytes(range(128, 256)) * 9, "UNKNOWN"),
    "json": (lambda: json.dumps({"avis": 1}).encode(), "UNKNOWN"),
    "html": (lambda: b"<html><script>alert(1)</script></html>", "WEB_PAGE"),
    "html after words": (lambda: b"\xef\xbb\xbf <!-- x -->\n<!DOCTYPE html><p>", "WEB_PAGE"),
    "html in utf-16": (lambda: "<html><body>avis</body></html>".encode("utf-16"), "WEB_PAGE"),
    "archived page": (mht, "SAVED_PAGE"),
    "svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "DRAWING"),
    "svg after its prologue": (lambda: b"<?xml version='1.0'?>\n<svg onload='x()'/>", "DRAWING"),
    "shell script": (lambda: b"#!/bin/sh\nrm -rf ~\n", "SCRIPT"),
    "javascript": (lambda: b"const a = require('fs');\n", "SCRIPT"),
    "batch": (lambda: b"@echo off\r\ndel *.*\r\n", "SCRIPT"),
    "powershell": (lambda: b"$client = New-Object Net.WebClient\n", "SCRIPT"),
    "visual basic": (lambda: b'Set sh = CreateObject("WScript.Shell")\n', "SCRIPT"),
    "php": (lambda: b"<?php system($_GET[1]);", "SCRIPT"),
    "zip": (zipped, "ARCHIVE"),
    "rar": (lambda: b"Rar!\x1a\x07\x01\0" + b"\0" * 50, "ARCHIVE"),
    "7z": (lambda: b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, "ARCHIVE"),
    "gzip": (lambda: gzip.compress(b"a"), "ARCHIVE"),
    "xz": (lambda: lzma.compress(b"a"), "ARCHIVE"),
    "tar": (tarred, "ARCHIVE"),
    "docx": (docx, "OFFICE"),
    "old office": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "OFFICE"),
    "windows program": (lambda: PROGRAM, "PROGRAM"),
    "linux program": (lambda: b"\x7fELF\2\1\1" + b"\0" * 60, "PROGRAM"),
    "mac program": (lambda: b"\xcf\xfa\xed\xfe" + b"\0" * 60, "PROGRAM"),
    "java class": (lambda: b"\xca\xfe\xba\xbe\0\0\0\x34", "PROGRAM"),
    "jpeg and zip": (lambda: picture("JPEG") + zipped(), "TWO_FILES"),
    "jpeg with a zip in its comment": (lambda: comment(zipped()), "TWO_FILES"),
    "jpeg with a script in its comment": (lambda: comment(b"<SCRIPT src=//a>"), "TWO_FILES"),
    "jpeg and pdf": (lambda: picture("JPEG") + pdf(), "TWO_FILES"),
    "jpeg and rar": (lambda: picture("JPEG") + b"Rar!\x1a\x07\0", "TWO_FILES"),
    "png and html": (lambda: picture() + b"<html><script>x()</script>", "TWO_FILES"),
    "png and program": (lambda: picture() + PROGRAM, "TWO_FILES"),
    "webp and zip": (lambda: picture("WEBP") + zipped(), "TWO_FILES"),
    "heic and zip": (lambda: heic() + zipped(), "TWO_FILES"),
    "pdf and zip": (lambda: pdf() + zipped(), "TWO_FILES"),
    "mp4 and zip": (lambda: mp4() + zipped(), "TWO_FILES"),
    "gifar": (lambda: picture("GIF") + zipped("a.class"), "ANIMATION"),
    "late pdf": (lambda: b"bonjour\n" * 9 + pdf(), "LATE_PDF"),
    "pdf after a page": (lambda: b"<html></html>" + pdf(), "LATE_PDF"),
    "locked pdf": (locked_pdf, "LOCKED_PDF"),
    "pdf locked for its owner": (owner_locked_pdf, "LOCKED_PDF"),
    "pdf with a script": (
        lambda: active_pdf(S=pikepdf.Name.JavaScript, JS="app.alert(1)"),
        "ACTIVE_PDF",
    ),
    "pdf that launches": (lambda: active_pdf(S=pikepdf.Name.Launch, F="cmd.exe"), "ACTIVE_PDF"),
    "pdf that carries": (carrying_pdf, "ACTIVE_PDF"),
    "broken pdf": (lambda: b"%PDF-1.7 nothing else", "BROKEN_PDF"),
    "pdf that inflates": (pdf_that_inflates, "HEAVY_PDF"),
    "gif": (lambda: picture("GIF"), "ANIMATION"),
    "animated png": (lambda: animated("PNG"), "ANIMATION"),
    "animated webp": (lambda: animated("WEBP"), "ANIMATION"),
    "heic sequence": (heic_sequence, "ANIMATION"),
    "heic with a film": (heic_with_a_film, "ANIMATION"),
    "tiff": (lambda: picture("TIFF"), "OTHER_PICTURE"),
    "bmp": (lambda: picture("BMP"), "OTHER_PICTURE"),
    "raw": (lambda: b"II*\0\x10\0\0\0CR\2\0" + b"\0" * 50, "OTHER_PICTURE"),
    "quicktime": (lambda: mp4(b"qt  "), "OTHER_VIDEO"),
    "matroska": (lambda: b"\x1aE\xdf\xa3" + b"\0" * 50, "OTHER_VIDEO"),
    "avi": (lambda: b"RIFF\0\0\0\0AVI LIST", "OTHER_VIDEO"),
    "cut mp4": (lambda: mp4()[:-100], "BROKEN_VIDEO"),
    "mp4 without a film": (lambda: mp4(film=False), "BROKEN_VIDEO"),
    "mp4 in name only": (lambda: box(b"ftyp", b"isom") + b"\0" * 500, "BROKEN_VIDEO"),
    "mp4 followed by words": (lambda: mp4() + b"bonjour", "BROKEN_VIDEO"),
    "cut jpeg": (lambda: picture("JPEG")[:-40], "BROKEN_PICTURE"),
    "cut png": (lambda: picture()[:-20], "BROKEN_PICTURE"),
    "damaged png": (damaged_png, "BROKEN_PICTURE"),
    "cut webp": (lambda: picture("WEBP")[:-10], "BROKEN_PICTURE"),
    "cut heic": (lambda: heic()[:-10], "BROKEN_PICTURE"),
    "png bomb": (lambda: png_with(size=(30_000, 30_000)), "TOO_MANY_PIXELS"),
    "jpeg bomb": (jpeg_bomb, "TOO_MANY_PIXELS"),
    "text bomb": (text_bomb, "PICTURE_BOMB"),
    "eicar": (lambda: EICAR, "VIRUS_TEST"),
    "eicar in a picture": (lambda: picture() + EICAR, "VIRUS_TEST"),
    "eicar in an e-mail": (lambda: mail(EICAR, "a.txt"), "VIRUS_TEST"),
    "e-mail with a program": (lambda: mail(PROGRAM, "photo.png"), "ARMED_MAIL"),
    "e-mail with a program's name": (lambda: mail(b"x", "facture.pdf.exe"), "ARMED_MAIL"),
    "e-mail with an archive": (lambda: mail(zipped(), "a.bin"), "ARMED_MAIL"),
    "e-mail with a page": (lambda: mail(b"<html>", "avis.html"), "ARMED_MAIL"),
    "deep e-mail": (deep_mail, "DEEP_MAIL"),
    "e-mail without its parts": (
        lambda: b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed\n\n",
        "BROKEN_MAIL",
    ),
}
