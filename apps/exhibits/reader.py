"""Reads the words of one file, in a process of its own (`words.py` starts it).

Whatever a hostile file does to a parser happens here, within this memory and this time; a parser
that fails ends the process.
"""

import email
import email.policy
import json
import resource
import sys
from itertools import islice
from pathlib import Path

from pypdf import PdfReader

MEMORY = 768 * 1024**2  # bytes of address space, libraries included
SECONDS = 40  # of processor
PAGES = 300
LONGEST = 100_000  # characters
MAIL_READ = 2 * 1024**2  # bytes


def words_of_pdf(path: str) -> str:
    """What its first pages say, as far as letters were written and not photographed."""
    text = ""
    for page in islice(PdfReader(path).pages, PAGES):
        text += page.extract_text() + "\n"
        if len(text) >= LONGEST:
            break
    return text


def words_of_mail(path: str) -> str:
    """Its subject, its people and its plain text."""
    with Path(path).open("rb") as file:
        message = email.message_from_bytes(file.read(MAIL_READ), policy=email.policy.default)
    heads = [str(message.get(name, "")) for name in ("subject", "from", "to")]
    body = message.get_body(("plain",))
    return "\n".join([*heads, str(body.get_content()) if body else ""])


READERS = {"application/pdf": words_of_pdf, "message/rfc822": words_of_mail}


def _main(media_type: str, path: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    text = READERS[media_type](path)[:LONGEST]
    # A text column holds neither half a character nor a NUL.
    sayable = text.encode(errors="ignore").decode().replace("\0", " ")
    sys.stdout.write(json.dumps(sayable))


if __name__ == "__main__":
    _main(*sys.argv[1:])
