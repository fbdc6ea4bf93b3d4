"""What the ClamAV daemon says of a file that is streamed to it."""

from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings
from django.core.files import File

PORT = 3310
# With AlertExceedsMax the daemon reports what it gave up reading as found; it is not a virus.
NOT_READ_TO_THE_END = "Heuristics.Limits.Exceeded"


class CannotScan(Exception):
    """The daemon is away, slow, or will not read this file. The message names no file."""


def finds_virus(file: File) -> bool:
    """Raises `CannotScan`."""
    try:
        answer = _daemon().instream(file)
    except (ClamdError, OSError) as error:
        raise CannotScan(type(error).__name__) from error
    verdict, found = answer.get("stream", ("", ""))
    if verdict == "OK":
        return False
    if verdict == "FOUND" and not found.startswith(NOT_READ_TO_THE_END):
        return True
    raise CannotScan(found or "no answer")


def _daemon() -> ClamdNetworkSocket | ClamdUnixSocket:
    url, patience = urlsplit(settings.CLAMD_URL), settings.CLAMD_TIMEOUT
    if url.scheme == "unix":
        return ClamdUnixSocket(path=url.path, timeout=patience)
    return ClamdNetworkSocket(host=url.hostname, port=url.port or PORT, timeout=patience)
