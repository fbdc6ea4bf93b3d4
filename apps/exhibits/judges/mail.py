"""An e-mail saved with its headers, whose attachments are pictures, PDF or plain words.

Run in a process apart (`apart.py`): reading one takes several times its size in memory.
"""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path, PurePath

from apps.exhibits.refusals import Reason, Unacceptable

from .hidden import refuse_hidden
from .sniff import HEAD, sniff

MOST_PARTS, DEEPEST = 200, 8
RUNS = {
    ".ade",
    ".app",
    ".bat",
    ".chm",
    ".cmd",
    ".com",
    ".cpl",
    ".dll",
    ".dmg",
    ".docm",
    ".exe",
    ".hta",
    ".iso",
    ".jar",
    ".js",
    ".jse",
    ".lnk",
    ".msi",
    ".msp",
    ".ps1",
    ".pptm",
    ".reg",
    ".scr",
    ".sh",
    ".svg",
    ".vb",
    ".vbe",
    ".vbs",
    ".wsf",
    ".xlsm",
    ".htm",
    ".html",
    ".mht",
    ".mhtml",
    ".xht",
}
HARMLESS = {Reason.UNKNOWN, Reason.ANIMATION, Reason.OTHER_PICTURE}


def mail(path: str) -> None:
    """Raises `Unacceptable`."""
    try:
        message = message_from_bytes(Path(path).read_bytes(), policy=policy.default)
        parts = list(_parts(message))
    except RecursionError as error:
        raise Unacceptable(Reason.DEEP_MAIL) from error
    if not parts:
        raise Unacceptable(Reason.BROKEN_MAIL)
    for part in parts:
        _refuse_armed(part)


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """What holds no other part. Raises `Unacceptable` for a message too deep or too long."""
    leaves, waiting = [], [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST or len(leaves) > MOST_PARTS:
            raise Unacceptable(Reason.DEEP_MAIL)
        if part.is_multipart():
            waiting += [(inside, depth + 1) for inside in part.get_payload()]
        elif part.get_content_maintype() == "multipart":
            raise Unacceptable(Reason.BROKEN_MAIL)
        else:
            leaves.append(part)
    return leaves


def _refuse_armed(part: EmailMessage) -> None:
    is_body = part.get_content_maintype() == "text" and not part.is_attachment()
    content = part.get_payload(decode=True) or b""
    suffix = PurePath((part.get_filename() or "").strip(" .")).suffix.lower()
    if suffix in RUNS:
        raise Unacceptable(Reason.ARMED_MAIL)
    try:
        refuse_hidden(content, pages=False)
        if not is_body:
            sniff(content[:HEAD])
    except Unacceptable as refusal:
        if refusal.reason is Reason.VIRUS_TEST:
            raise
        if refusal.reason not in HARMLESS:
            raise Unacceptable(Reason.ARMED_MAIL) from refusal
