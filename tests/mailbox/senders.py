"""Senders in processes of their own, for tests and bench/crash.py, which kill and freeze them.

`python -m tests.mailbox.senders DATABASE` has Django ready, and forks a sender for each order that
it reads, a line of JSON. `Senders` starts it and gives the orders.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import django
from django.conf import settings

FOLDER = Path(__file__).parent


class Senders:
    """Starts senders on a database; those that still live at the end are killed."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.pids: set[int] = set()

    def __enter__(self) -> Senders:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.mailbox.senders", self.database],
            cwd=FOLDER.parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.communicate()
        for pid in self.alive():
            os.kill(pid, signal.SIGKILL)

    def start(self, *, port: int, log: Path | None = None, **order: object) -> int:
        """Have a sender hand what is due to this port, and return its process id.

        `dies` is the step at which it is killed: "claimed", "fenced" or "answered". `forever`: it
        goes on until killed. `batch` and, in seconds, `timeout`, `lease` and `grace` replace the
        usual ones.
        """
        order |= {"port": port, "log": str(log or "")}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline())
        self.pids.add(pid)
        return pid

    def alive(self) -> set[int]:
        return {pid for pid in self.pids if is_alive(pid)}

    def run(self, **order: object) -> None:
        """Start a sender and wait until it is done, or dead."""
        pid = self.start(**order)
        while pid in self.alive():
            sleep(0.005)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def obey(send: Callable[..., None]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            send(**json.loads(line))
            os._exit(0)
        print(pid, flush=True)  # noqa: T201 - the answer to the order


if __name__ == "__main__":
    settings.TEMPLATES[0]["DIRS"].append(FOLDER / "templates")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DATABASES["default"]["NAME"] = sys.argv[1]
    django.setup()
    from .mortal import send

    obey(send)
