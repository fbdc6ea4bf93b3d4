"""`make run`: prepare the database, say where the site is and who may sign in, serve it.

One process of each kind of the Procfile, stopped together; nothing is left behind on Ctrl-C, nor
when the terminal is closed. The worker lives what remains of the demonstration before anything
else. `PORT`, `BIND`, `VAR_DIR` and every setting come from the environment
or from `.env`, the environment first.
"""

import ctypes
import os
import signal
import socket
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from shlex import quote

ROOT = Path(__file__).resolve().parents[1]
os.chdir(ROOT)
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
os.umask(0o077)  # what is under var/ speaks of people

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.printer import Printer
from honcho.process import Popen, Process


def main() -> None:
    django.setup()
    bind, port = os.environ.get("BIND", "127.0.0.1"), os.environ.get("PORT", "8000")
    refuse_taken_port(bind, port)
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    refuse_other_tables()
    print("Preparing the tables…", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    stories = apps.get_model("demo", "Story").objects
    if not stories.are_over():
        call_command("seed_demo", first=True)
    print(f"\nVigie: {settings.SITE_URL}\n")
    call_command("demo_accounts")
    print("\nCtrl-C stops it.\n", flush=True)
    sys.exit(serve(is_all_lived=not stories.unfinished().exists()))


def refuse_taken_port(bind: str, port: str) -> None:
    try:
        with socket.create_server((bind, int(port))):
            pass
    except (OSError, OverflowError, ValueError) as error:
        sys.exit(f"Port {port} cannot be used ({error}). Choose another: make run PORT=8001")


def refuse_other_tables() -> None:
    """A database made by migrations that are no longer there cannot be brought up to date."""
    migrations = MigrationLoader(connection)
    if migrations.applied_migrations.keys() - migrations.disk_migrations.keys():
        sys.exit(
            "This database was made by another version of Vigie, and this one cannot take it over. "
            "« make reset » deletes the embedded data; a database of DATABASE_URL is yours to "
            "drop and to create again. Nothing was changed."
        )


def serve(*, is_all_lived: bool) -> int:
    manager = Family(Output(sys.stdout))
    commands = parse_procfile(Path("Procfile").read_text()).processes
    if not is_all_lived:
        commands["worker"] = f"exec python manage.py seed_demo --then {quote(commands['worker'])}"
    for name, command in commands.items():
        manager.add_process(name, command)
    signal.signal(signal.SIGHUP, stop_silently)  # the terminal was closed
    when_parent_ends(signal.SIGTERM)  # `make` alone was killed
    manager.loop()
    return 0 if manager.returncode in {130, 143} else manager.returncode or 0  # asked to stop


class Family(Manager):
    def __init__(self, printer: Printer) -> None:
        super().__init__(printer)
        self._process_ctor = Child


class Child(Process):
    """A process of the Procfile and the one that reads its lines: neither outlives us, even killed
    (Linux)."""

    def run(self, *args: object, **options: object) -> None:
        when_parent_ends(signal.SIGKILL)
        ends_with_us = partial(when_parent_ends, signal.SIGTERM)
        self._child_ctor = partial(Popen, preexec_fn=ends_with_us)
        super().run(*args, **options)


class Output(Printer):
    """The lines of all processes, as long as somebody reads them."""

    def write(self, message: object) -> None:
        try:
            super().write(message)
        except OSError:
            stop_silently()


def stop_silently(*_: object) -> None:
    """Stop as on Ctrl-C, without the lines that honcho would say and that would fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    os.kill(os.getpid(), signal.SIGTERM)


def when_parent_ends(ours: signal.Signals) -> None:
    """Where the kernel can (Linux), have it send us this signal when who started us is no more."""
    with suppress(AttributeError):
        ctypes.CDLL(None).prctl(1, ours)  # PR_SET_PDEATHSIG


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
