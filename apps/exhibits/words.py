"""The words of a file received: read apart, so that nothing it holds can reach the worker."""

import json
import logging
import subprocess
import sys
from shutil import copyfileobj
from tempfile import NamedTemporaryFile

from django.conf import settings

from .models import Exhibit

PATIENCE = 60  # seconds for one file

logger = logging.getLogger(__name__)


def words_of(exhibit: Exhibit) -> str:
    """The text of a PDF, or the subject, the people and the text of an e-mail; nothing for a file
    that has none, or that its reader could not read. Raises `OSError` when the store does not
    give the file."""
    with NamedTemporaryFile(prefix="vigie-") as copy:
        with exhibit.original.open() as original:
            copyfileobj(original, copy)
        copy.flush()
        try:
            reader = subprocess.run(  # noqa: S603 - our own module, and a path that we have chosen
                [sys.executable, "-m", "apps.exhibits.reader", exhibit.media_type, copy.name],
                cwd=settings.BASE_DIR,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=True,
            )
        except subprocess.SubprocessError as error:
            logger.warning("exhibit %d cannot be read: %s", exhibit.pk, type(error).__name__)
            return ""
    return str(json.loads(reader.stdout))
