"""Where copies of pictures are drawn: a child process with little memory, for a round of work."""

import json
import selectors
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from types import TracebackType

from django.conf import settings
from django.core.files import File

PATIENCE = 60  # seconds for one picture


class CannotCopy(OSError):
    """This picture cannot be drawn: damaged, too large, or too long to open."""


@dataclass(frozen=True)
class Copies:
    """A page and a thumbnail as JPEG, and the size of the upright original in pixels."""

    page: bytes
    thumbnail: bytes
    width: int
    height: int


class Workshop:
    """`with Workshop() as workshop`: one child draws every picture asked for meanwhile."""

    def __enter__(self) -> "Workshop":
        self._folder = TemporaryDirectory(prefix="vigie-copies-")
        self._child: subprocess.Popen[str] | None = None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._dismiss()
        self._folder.cleanup()

    def copies(self, original: File) -> Copies:
        """Raises `CannotCopy`; the next picture gets a child that knows nothing of this one."""
        source, page, thumbnail = (Path(self._folder.name) / name for name in "spt")
        with source.open("wb") as copy:
            copyfileobj(original, copy)
        order = {"source": str(source), "page": str(page), "thumbnail": str(thumbnail)}
        said = self._ask(json.dumps(order))
        if "error" in said:
            self._dismiss()
            raise CannotCopy(said["error"])
        return Copies(page.read_bytes(), thumbnail.read_bytes(), *said["size"])

    def _ask(self, order: str) -> dict:
        child = self._child = self._child or _start()
        try:
            child.stdin.write(order + "\n")
            child.stdin.flush()
            with selectors.DefaultSelector() as selector:
                selector.register(child.stdout, selectors.EVENT_READ)
                if selector.select(PATIENCE):
                    return json.loads(child.stdout.readline())
        except (OSError, ValueError):  # it died, which ends its lines
            return {"error": "dead"}
        return {"error": "slow"}

    def _dismiss(self) -> None:
        if self._child:
            self._child.kill()
            self._child.communicate()
            self._child = None


def _start() -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "apps.exhibits.copyist", str(settings.EXHIBIT_MAX_PIXELS)],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
