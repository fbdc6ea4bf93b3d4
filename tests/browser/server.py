"""The project's own gunicorn, in processes of its own, that can die as a machine dies."""

import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from http.client import HTTPConnection

from django.conf import settings
from django.db import connection


class Server:
    """Serves the database and the files of the test. `kill` gives it no time to finish anything."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.site = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Come back at the same address."""
        place = {
            "DATABASE_URL": _database_url(),
            "VAR_DIR": str(settings.VAR_DIR),
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
        }
        serve = ["gunicorn", "config.wsgi", "--worker-class", "gthread", "--threads", "4"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *serve, "--bind", f"127.0.0.1:{self.port}"],
            cwd=settings.BASE_DIR,
            env={**os.environ, **place},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(300):
            if self._answers():
                return
            time.sleep(0.1)
        raise AssertionError("the server did not start")

    def _answers(self) -> bool:
        door = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            door.request("GET", "/fichiers/sante/")
            return door.getresponse().status == HTTPStatus.OK
        except OSError:
            return False
        finally:
            door.close()

    def kill(self) -> None:
        """SIGKILL to it and to its workers."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _database_url() -> str:
    test = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{test['NAME']}"
    place = f"{test['HOST'] or '127.0.0.1'}:{test['PORT'] or 5432}"
    return f"postgres://{test['USER']}:{test['PASSWORD']}@{place}/{test['NAME']}"
