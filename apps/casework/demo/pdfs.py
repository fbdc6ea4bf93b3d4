from functools import cache

from apps.dossiers.libraries import load_renderer


@cache
def can_be_made() -> bool:
    """Without Pango the site runs, and so does its demonstration: PDFs alone wait for it."""
    try:
        load_renderer()
    except OSError:
        return False
    return True
