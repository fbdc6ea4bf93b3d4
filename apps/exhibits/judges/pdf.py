"""A PDF that anybody may open: no password, nothing that runs, opens or is carried along.

Run in a process apart (`apart.py`): a few kilobytes of PDF can inflate to gigabytes.
"""

from collections.abc import Iterator

import pikepdf

from apps.exhibits.refusals import Reason, Unacceptable

ACTIVE_KEYS = ("/JavaScript", "/JS", "/XFA", "/RichMedia", "/EmbeddedFiles", "/EF")
ACTIVE_ACTIONS = (pikepdf.Name.Launch, pikepdf.Name.JavaScript, pikepdf.Name.ImportData)


def pdf(path: str) -> None:
    """Raises `Unacceptable`. What qpdf passes over in silence, it writes to the standard error."""
    try:
        with pikepdf.open(path, suppress_warnings=False) as document:
            if document.is_encrypted:
                raise Unacceptable(Reason.LOCKED_PDF)
            if not len(document.pages):
                raise Unacceptable(Reason.BROKEN_PDF)
            if any(map(_is_active, _dictionaries(document))):
                raise Unacceptable(Reason.ACTIVE_PDF)
    except pikepdf.PasswordError as error:
        raise Unacceptable(Reason.LOCKED_PDF) from error
    except pikepdf.PdfError as error:
        raise Unacceptable(Reason.BROKEN_PDF) from error


def _is_active(found: pikepdf.Object) -> bool:
    """Does it run, open or carry something? A PDF names its actions by the value of `/S`."""
    return any(key in found for key in ACTIVE_KEYS) or found.get("/S") in ACTIVE_ACTIONS


def _dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of a PDF, those written inside others included."""
    waiting = list(document.objects)
    while waiting:
        obj = waiting.pop()
        if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
            yield obj
            inside = [obj.get(key) for key in obj.keys()]  # noqa: SIM118 - a stream is no mapping
        elif isinstance(obj, pikepdf.Array):
            inside = list(obj)
        else:
            continue
        waiting += [
            child for child in inside if isinstance(child, pikepdf.Object) and not child.is_indirect
        ]
