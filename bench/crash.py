"""Letters sent while everything that can die dies: none may be lost, doubled or left to a person.

    python bench/crash.py [--letters 5000] [--seed 1] [--no-log]

Two senders deliver to a real SMTP server, whose log can be asked, out of a PostgreSQL server that
this program makes in a temporary folder. Meanwhile senders are killed (SIGKILL), the database is
stopped at once (`pg_ctl -m immediate`) and restarted, senders are frozen for longer than their
lease, and one yes in a hundred of the mail server is never heard. Prints one table and one JSON
line; exits 1 on a letter lost, doubled, left to a person, or sent without its text being kept.
With `--no-log` the server cannot be asked: what is in doubt, and nothing else, is for a person.
"""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    PORT = probe.getsockname()[1]
os.environ["DATABASE_URL"] = f"postgres://root@127.0.0.1:{PORT}/postgres"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
os.environ.setdefault("LOG_LEVEL", "CRITICAL")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from apps.accounts.models import User
from apps.mailbox.models import Letter, LetterStatus
from tests.mailbox.senders import Senders
from tests.mailbox.sink import Sink

GOALS = {"lost": 0, "doubled": 0, "sent, text not kept": 0}
SENDERS = 2
FAULTS = {"kill": 10, "crash": 3, "freeze": 3}
# Seconds. The grace outlasts three time-outs; who is frozen outlasts the lease.
ORDER = {"timeout": 3, "lease": 5, "grace": 10, "forever": True}
FROZEN = 8
GIVE_UP = 120  # seconds without a letter settled


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=random.randrange(1000))
    parser.add_argument("--no-log", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder))
        try:
            figures = ordeal(arguments, random.Random(arguments.seed), database)
        finally:
            connection.close()
            database.crash()
    goals = GOALS | ({} if arguments.no_log else {"left to a person": 0})
    print(f"{'':34}{'measured':>10}{'goal':>8}")
    for name, value in figures.items():
        print(f"{name:<34}{value:>10}{goals.get(name, ''):>8}")
    print(json.dumps({**vars(arguments), **figures}))
    return int(any(figures[name] > goal for name, goal in goals.items()))


def ordeal(
    arguments: argparse.Namespace, chance: random.Random, database: "Database"
) -> dict[str, float]:
    call_command("migrate", verbosity=0)
    expect(arguments.letters)
    log = None if arguments.no_log else database.folder / "mail.log"
    if log:
        log.touch()
    faults = [name for name, times in FAULTS.items() for _ in range(times)]
    chance.shuffle(faults)
    with Sink(log) as sink, Senders("postgres") as senders:
        sink.loses_answer = lambda: chance.random() < 0.01
        crew = Crew(senders, lambda: senders.start(port=sink.port, log=log, **ORDER), chance)
        began = time.monotonic()
        for turn, fault in enumerate(faults, 1):
            while len(sink.messages) < arguments.letters * turn / (len(faults) + 1):
                crew.look_after()
                time.sleep(0.01)
            {"kill": crew.kill, "freeze": crew.freeze, "crash": database.restart}[fault]()
        last_fault = time.monotonic()
        crew.work_until(settled)
        ended = time.monotonic()
    copies, rows = sink.copies, list(Letter.objects.all())
    return {
        **FAULTS,
        "lost": sum(
            not copies[row.message_id] and row.status != LetterStatus.UNCERTAIN for row in rows
        ),
        "doubled": sum(copies[row.message_id] > 1 for row in rows),
        "left to a person": sum(row.status != LetterStatus.SENT for row in rows),
        "sent, text not kept": sum(not row.body_text or not row.address for row in rows),
        "seconds in all": round(ended - began, 1),
        "seconds after the last fault": round(ended - last_fault, 1),
    }


class Crew:
    """Senders at work; the dead and the frozen are replaced, and the frozen thaw in time."""

    def __init__(self, senders: Senders, hire: Callable[[], int], chance: random.Random) -> None:
        self.senders, self.hire, self.chance = senders, hire, chance
        self.thaw_at: dict[int, float] = {}

    def look_after(self) -> None:
        now = time.monotonic()
        for pid in [pid for pid, moment in self.thaw_at.items() if moment <= now]:
            del self.thaw_at[pid]
            if pid in self.senders.alive():
                os.kill(pid, signal.SIGCONT)
        for _ in range(SENDERS - len(self._awake())):
            self.hire()

    def kill(self) -> None:
        os.kill(self._one(), signal.SIGKILL)

    def freeze(self) -> None:
        pid = self._one()
        os.kill(pid, signal.SIGSTOP)
        self.thaw_at[pid] = time.monotonic() + FROZEN

    def work_until(self, done: Callable[[], int]) -> None:
        """Until `done`, which counts, says that nothing is left, or nothing changes any more."""
        left, since = done(), time.monotonic()
        while left and time.monotonic() - since < GIVE_UP:
            self.look_after()
            time.sleep(0.2)
            if (now_left := done()) != left:
                left, since = now_left, time.monotonic()

    def _one(self) -> int:
        self.look_after()
        return self.chance.choice(sorted(self._awake()))

    def _awake(self) -> set[int]:
        return self.senders.alive() - self.thaw_at.keys()


class Database:
    """A PostgreSQL server in a folder, which can be made to crash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = max(Path("/usr/lib/postgresql").glob("*/bin"))
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        self._run("initdb", "--auth=trust", "--username=root")
        self.start()

    def start(self) -> None:
        options = f"-p {PORT} -c listen_addresses=127.0.0.1 -k {self.folder}"
        self._run("pg_ctl", "start", "--wait", f"--log={self.folder}/log", f"--options={options}")

    def crash(self) -> None:
        self._run("pg_ctl", "stop", "--mode=immediate")

    def restart(self) -> None:
        self.crash()
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), f"--pgdata={self.folder}/data", *arguments]
        if os.geteuid() == 0:  # which PostgreSQL refuses to run as
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def expect(letters: int) -> None:
    """Queue so many letters, due now."""
    now = timezone.now()
    to = User.objects.create(email="a@example.org", name="A", role="handler")
    Letter.objects.bulk_create(
        Letter(
            kind="essai",
            key=f"essai-{number}",
            recipient=to,
            data={"rung": 15, "act_by": "2026-12-08"},
            queued_at=now,
            not_before=now,
        )
        for number in range(letters)
    )
    connection.close()


def settled() -> int:
    """How many letters are not settled yet."""
    left = Letter.objects.filter(
        status__in=[LetterStatus.QUEUED, LetterStatus.CLAIMED, LetterStatus.ON_WIRE]
    ).count()
    connection.close()
    return left


if __name__ == "__main__":
    sys.exit(main())
