"""The kinds of file that prove something, how heavy each may be, and how the page says it."""

from django.conf import settings

from .judges.sniff import Format

# What a file picker must be told besides the media type: phones and desktops differ on these.
SUFFIXES = {Format.HEIC: (".heic", ".heif"), Format.EML: (".eml",)}


def accepted_files_sentence() -> str:
    """What the page says beside the field: formats and limits, as the settings have them."""
    formats = ", ".join(settings.EXHIBIT_FORMATS)
    video = ""
    if Format.MP4 in accepted_formats():
        video = f" ({megabytes(settings.EXHIBIT_VIDEO_MAX_BYTES)}\u00a0Mo pour une vidéo)"
    return (
        f"Formats acceptés\u00a0: {formats}. "
        f"{megabytes(settings.EXHIBIT_MAX_BYTES)}\u00a0Mo au plus par fichier{video}, "
        f"{megabytes(settings.EXHIBIT_TOTAL_MAX_BYTES)}\u00a0Mo en tout."
    )


def accept_attribute() -> str:
    """The `accept` of a file field."""
    return ",".join(
        part for format in accepted_formats() for part in (format.value, *SUFFIXES.get(format, ()))
    )


def accepted_formats() -> list[Format]:
    return [Format[name.upper()] for name in settings.EXHIBIT_FORMATS]


def max_bytes(format: Format) -> int:
    """The heaviest file of this kind, in bytes."""
    video = format is Format.MP4
    return settings.EXHIBIT_VIDEO_MAX_BYTES if video else settings.EXHIBIT_MAX_BYTES


def megabytes(size: int) -> int:
    return size // 1024**2
