"""WeasyPrint, and what it needs of the machine that no Python package brings."""

from contextlib import redirect_stdout
from io import StringIO
from types import ModuleType

from django.core.checks import CheckMessage, Error
from PIL import ImageFile

HINT = "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def load_renderer() -> ModuleType:
    """WeasyPrint, imported when it is wanted: it is slow. Raises `OSError` without Pango."""
    import weasyprint

    # Importing it makes Pillow accept half a picture, in the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint


def check_pdf_libraries(**_: object) -> list[CheckMessage]:
    """A system check, of a deployment: the site starts without these libraries, on purpose.

    Without HarfBuzz's subsetter PDFs are made, but by another one: other bytes than elsewhere, and
    two to five times the processor.
    """
    try:
        with redirect_stdout(StringIO()):  # WeasyPrint prints a page of advice
            libraries = load_renderer().text.ffi
    except OSError:
        message = "No PDF can be made: WeasyPrint does not find Pango."
        return [Error(message, hint=HINT, id="dossiers.E001")]
    # The version below which WeasyPrint does without.
    if not libraries.harfbuzz_subset or not libraries.harfbuzz.hb_version_atleast(4, 1, 0):
        message = "PDFs get other bytes, slowly: WeasyPrint does not find libharfbuzz-subset."
        return [Error(message, hint=HINT, id="dossiers.E002")]
    return []
