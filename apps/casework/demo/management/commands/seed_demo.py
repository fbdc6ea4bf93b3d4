import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils import timezone

from apps.casework.demo.models import Story
from apps.casework.demo.stories import begin, live_piece, pieces, settle

TOLD_EVERY = 10  # files
STOPPED = 143  # as a shell says of what a SIGTERM ended


class Command(BaseCommand):
    help = (
        "Fill an empty database with demonstration accounts and files. Stopped, it goes on where "
        "it was when run again; done, it does nothing."
    )

    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--first",
            action="store_true",
            help="only the accounts and the first files; the others when run again",
        )
        parser.add_argument("--then", help="the command that this process becomes afterwards")

    def handle(self, *args: object, first: bool, then: str | None, **options: object) -> None:
        with quietly():
            begin(now=timezone.now())
            if first:
                self.live_first()
            else:
                self.live_all()
        if then:
            connection.close()
            os.execl("/bin/sh", "sh", "-c", then)  # noqa: S606 - given by who starts the site

    def live_first(self) -> None:
        if pieces() and not Story.objects.progress().lived:
            self.say("Living the first files of the demonstration…")
            live_piece(pieces()[0])
            self.tell()

    def live_all(self) -> None:
        with asked_to_stop() as is_asked:
            settle()
            remaining = pieces()
            for number, piece in enumerate(remaining, start=1):
                if is_asked():
                    sys.exit(STOPPED)
                live_piece(piece)
                settle()
                if number % TOLD_EVERY == 0 or piece is remaining[-1]:
                    self.tell()

    def tell(self) -> None:
        self.say(f"Demonstration: {Story.objects.progress()} files")

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


@contextmanager
def asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Was this process asked to end? It does once a file is whole: a letter that is cut off while
    it leaves is one that nobody knows the fate of."""
    asked = Event()
    before = {
        each: signal.signal(each, lambda *_: asked.set())
        for each in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield asked.is_set
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def quietly() -> Iterator[None]:
    """Three months of a worker's log would hide the rest."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
