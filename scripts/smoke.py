"""Does `make run` serve, live its demonstration to the end whatever stops it, and leave nothing
behind? On a free port, with fresh data: killed in the middle, started again, then a third time."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
FIRST, ALL = 12, 77  # files of the demonstration


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="vigie-smoke-") as var:
        with site(var, "First start", stopped_by=signal.SIGKILL) as said:
            in_order(
                said(), "Preparing the tables", f"Demonstration: {FIRST} / {ALL}", "Vigie: http"
            )
            assert FIRST <= lived(var) < ALL
            wait_for(lambda: lived(var) > FIRST, seconds=60)
        with site(var, "Second start", stopped_by=signal.SIGINT) as said:
            wait_for(lambda: lived(var, whole=True) == ALL, seconds=600)
            wait_for(lambda: f"Demonstration: {ALL} / {ALL}" in said(), seconds=30)
            assert files(var) == ALL
        with site(var, "Third start", stopped_by=signal.SIGINT) as said:
            assert "Demonstration" not in said()


@contextmanager
def site(var: str, title: str, *, stopped_by: signal.Signals) -> Iterator[Callable[[], str]]:
    """`make run` with these data, once it answers: what it has said so far. Then it is stopped."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    environment = {**os.environ, "PORT": port, "VAR_DIR": var}
    for name in ("DATABASE_URL", "CELERY_BROKER_URL", "CACHE_URL"):
        environment.pop(name, None)
    output = Path(var) / "said"
    with output.open("w") as said:
        began = time.monotonic()
        run = subprocess.Popen(
            ["make", "run"], cwd=ROOT, env=environment, stdout=said, start_new_session=True
        )
    try:
        wait_for(lambda: fetch(port, "fichiers/sante/") == "ok", seconds=120)
        print(f"{title}: answers after {time.monotonic() - began:.1f} s", flush=True)
        assert re.search(r"<form", fetch(port, "compte/connexion/"))
        wait_for(lambda: len(processes(var)) >= 4, seconds=30)  # web and worker, both twice
        yield output.read_text
    finally:
        began = time.monotonic()
        os.killpg(run.pid, stopped_by)  # on Ctrl-C, a terminal sends SIGINT so
    run.wait(timeout=30)
    wait_for(lambda: not processes(var), seconds=10)
    print(f"{stopped_by.name}: nothing left after {time.monotonic() - began:.1f} s", flush=True)


def in_order(said: str, *lines: str) -> None:
    places = [said.find(line) for line in lines]
    assert -1 not in places, said
    assert places == sorted(places), said


def lived(var: str, *, whole: bool = False) -> int:
    """How many files of the demonstration have been lived."""
    states = ("whole",) if whole else ("whole", "lived")
    marks = ", ".join("?" * len(states))
    return ask(var, f"SELECT count(*) FROM demo_story WHERE state IN ({marks})", *states)


def files(var: str) -> int:
    return ask(var, "SELECT count(*) FROM incidents_incident")


def ask(var: str, query: str, *values: str) -> int:
    with closing(sqlite3.connect(Path(var) / "vigie.sqlite3", timeout=20)) as database:
        return int(database.execute(query, values).fetchone()[0])


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
