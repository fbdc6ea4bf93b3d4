"""How fast one sender sends, beside smtplib alone on the same server in the same run.

    python bench/send.py [--letters 1000] [--rounds 3] [--store-ms 3]

Needs PostgreSQL (DATABASE_URL); works in a database of its own, made and dropped here. Four
programs take turns handing the same letters to the same aiosmtpd server, over one connection:

    wire      smtplib alone with ready-made messages: all that the server can take
    client    smtplib alone, which writes each letter from its templates before it sends it
    outbox    deliver_due with a relay that can be asked, as in production
    no log    deliver_due with a relay that cannot be asked: each step waits for the disk

The server is a process of its own. A relay has a message on disk before it says yes (RFC 5321
§6.1): this one takes `--store-ms` for that, so that a mail takes about as long as with the server
that the goal was set with (3.6 ms); with 0 it says yes at once, as no relay does.

Prints one table and one JSON line; exits 1 when the goal is missed.
"""

import argparse
import json
import os
import smtplib
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
os.environ.setdefault("LOG_LEVEL", "ERROR")

import django
from django.conf import settings

settings.TEMPLATES[0]["DIRS"].append(ROOT / "tests/mailbox/templates")
django.setup()

from django.db import connection
from django.utils import timezone
from timed import timed

from apps.accounts.models import User
from apps.mailbox.deliver import deliver_due
from apps.mailbox.models import Letter
from apps.mailbox.render import write

GOALS = {"outbox ÷ wire": 0.8}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--store-ms", type=float, default=3)
    arguments = parser.parse_args()
    if connection.vendor != "postgresql":
        sys.exit("bench/send.py needs PostgreSQL: set DATABASE_URL.")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.mailbox.sink", str(arguments.store_ms / 1000)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(server.stdout.readline())
    try:
        figures = measure(arguments.letters, arguments.rounds)
    finally:
        server.communicate()
        connection.creation.destroy_test_db("", verbosity=0)
    print(f"{'':34}{'measured':>10}{'goal':>8}")
    for name, value in figures.items():
        print(f"{name:<34}{value:>10.2f}{GOALS.get(name, ''):>8}")
    print(json.dumps({**vars(arguments), **figures}))
    return int(any(figures[name] < goal for name, goal in GOALS.items()))


def measure(letters: int, rounds: int) -> dict[str, float]:
    """Mails a second, medians of the rounds, and their ratios."""
    programs = {"wire": wire, "client": client, "outbox": outbox, "no log": outbox_without_log}
    rates: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name, program in programs.items():
            rate = letters / program(new_letters(letters, f"{name}-{turn}"))
            if turn:  # the first turn warms up
                rates[name].append(rate)
    medians = {name: median(values) for name, values in rates.items()}
    return {
        **{f"{name}, mails a second": rate for name, rate in medians.items()},
        "outbox ÷ wire": medians["outbox"] / medians["wire"],
        "outbox ÷ client": medians["outbox"] / medians["client"],
        "no log ÷ client": medians["no log"] / medians["client"],
    }


def new_letters(number: int, prefix: str) -> list[Letter]:
    now = timezone.now()
    to, _ = User.objects.get_or_create(email="a@example.org", name="A", role="handler")
    return [
        Letter(
            pk=None,
            kind="essai",
            key=f"{prefix}-{n}",
            recipient=to,
            data={"rung": 15, "act_by": "2026-12-08"},
            queued_at=now,
            not_before=now,
            claimed_at=now,
        )
        for n in range(number)
    ]


def wire(letters: list[Letter]) -> float:
    ready = [(mail, mail.message().as_bytes(linesep="\r\n")) for mail in map(write, letters)]
    with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT) as session:
        session.ehlo()
        return timed(lambda: [session.sendmail(m.sender, [m.recipient], text) for m, text in ready])


def client(letters: list[Letter]) -> float:
    def send(letter: Letter) -> None:
        mail = write(letter)
        session.sendmail(mail.sender, [mail.recipient], mail.content.removesuffix(b".\r\n"))

    with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT) as session:
        session.ehlo()
        return timed(lambda: [send(letter) for letter in letters])


def outbox(letters: list[Letter]) -> float:
    with tempfile.NamedTemporaryFile() as log:
        settings.MAIL_RELAY_LOG = log.name
        return outbox_without_log(letters)


def outbox_without_log(letters: list[Letter]) -> float:
    Letter.objects.bulk_create(letters)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE mailbox_letter")
    sent: list[int] = []
    seconds = timed(lambda: sent.append(deliver_due(clock=timezone.now)))
    settings.MAIL_RELAY_LOG = ""
    if sent != [len(letters)]:
        sys.exit(f"only {sent[0]} of {len(letters)} letters were sent")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
