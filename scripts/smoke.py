"""Does `make run` serve, and does Ctrl-C leave nothing behind? On a free port, with fresh data."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="vigie-smoke-") as var:
        environment = {**os.environ, "PORT": port, "VAR_DIR": var}
        for name in ("DATABASE_URL", "CELERY_BROKER_URL", "CACHE_URL"):
            environment.pop(name, None)
        for start in ("First start", "Second start"):
            began = time.monotonic()
            run = subprocess.Popen(
                ["make", "run"], cwd=ROOT, env=environment, start_new_session=True
            )
            try:
                wait_for(lambda: fetch(port, "fichiers/sante/") == "ok", seconds=120)
                print(f"{start}: answers after {time.monotonic() - began:.1f} s", flush=True)
                assert re.search(r"vigie-demo|<form", fetch(port, "compte/connexion/"))
                wait_for(lambda: len(processes(var)) >= 4, seconds=30)  # web and worker, both twice
            finally:
                began = time.monotonic()
                os.killpg(run.pid, signal.SIGINT)  # what the terminal does on Ctrl-C
            run.wait(timeout=30)
            wait_for(lambda: not processes(var), seconds=5)
            print(f"Ctrl-C: nothing left after {time.monotonic() - began:.1f} s", flush=True)


def fetch(port: str, path: str) -> str:
    try:
        with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as response:
            return response.read().decode()
    except OSError:
        return ""


def processes(var: str) -> list[str]:
    """Every process of this machine that was started with this VAR_DIR, but for `make`."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"VAR_DIR={var}\0".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_text().replace("\0", " "))
        except OSError:  # ended meanwhile, or somebody else's
            continue
    return found


def wait_for(condition: Callable[[], bool], *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            sys.exit("waited in vain")
        time.sleep(0.2)


if __name__ == "__main__":
    main()
