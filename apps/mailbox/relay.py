"""Our own mail relay: handing it a letter, and asking it afterwards whether it has one.

SMTP cannot say what became of a message when the connection dies between the last dot and the
reply (RFC 5321 §6.1, RFC 1047). So what this module returns or raises tells apart what is known
from what is not, and `trace` looks the doubtful ones up in the relay's log by Message-ID.
"""

from __future__ import annotations

import hashlib
import os
import re
import smtplib
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, suppress
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import Self

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import sanitize_address


class Unreachable(Exception):
    """No session with the mail server could be opened: nothing was begun."""


class Interrupted(Exception):
    """The session ended before the text left: the letter is certainly not sent."""


class Rejected(Exception):
    """The server answered no, with this reply number. It is `final` when trying again is vain."""

    def __init__(self, code: int, *, final: bool) -> None:
        super().__init__(code)
        self.code, self.final = code, final


class NoAnswer(Exception):
    """The text left and no answer came back: the letter may or may not be sent."""


class Mail(EmailMultiAlternatives):
    """A letter ready to leave; everything in it but its date follows from the outbox row."""

    @cached_property
    def sender(self) -> str:
        return sanitize_address(self.from_email, "utf-8")

    @cached_property
    def recipient(self) -> str:
        return sanitize_address(self.to[0], "utf-8")

    @cached_property
    def content(self) -> bytes:
        """What follows DATA on the wire, with its last dot."""
        message = self.message()
        message.set_boundary(hashlib.sha256(message["Message-ID"].encode()).hexdigest())
        return re.sub(rb"(?m)^\.", b"..", message.as_bytes(linesep="\r\n")) + b"\r\n.\r\n"


class Relay:
    """A session with the mail server, opened when needed and kept from one letter to the next."""

    def __init__(self) -> None:
        self.backend = get_connection()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        """Make sure of a session. Raises `Unreachable`."""
        try:
            if self.backend.open() and isinstance(self.session, smtplib.SMTP):
                self.session.ehlo_or_helo_if_needed()
        except OSError as error:  # smtplib's errors are OSErrors too
            self.close()
            raise Unreachable(type(error).__name__) from error

    def close(self) -> None:
        with suppress(OSError):  # the server left first
            self.backend.close()

    @property
    def session(self) -> object | None:
        return getattr(self.backend, "connection", None)

    def submit(self, mail: Mail, *, before: float, meanwhile: Callable[[], None]) -> None:
        """Hand one letter over; returning means that the server has taken charge of it.

        `before`, on the monotonic clock, is when it becomes too late to begin sending the text: a
        process that was frozen must not send a letter that others have taken over since.
        `meanwhile` is called once, while the server stores the text.
        Raises `Interrupted`, `Rejected` or `NoAnswer`; the next `open` then starts a new session.
        """
        try:
            if isinstance(self.session, smtplib.SMTP):
                _submit(self.session, mail, before=before, meanwhile=meanwhile)
            else:  # the development maildir, the suite's memory
                meanwhile()
                _submit_elsewhere(self.backend, mail)
        except (Interrupted, Rejected, NoAnswer):
            self.close()
            raise


def _submit(
    session: smtplib.SMTP, mail: Mail, *, before: float, meanwhile: Callable[[], None]
) -> None:
    """smtplib's `sendmail` in small steps: it does not say at which step a session broke."""
    try:
        # A server that refuses our own address says nothing about this letter: never final.
        _expect(250, session.mail(mail.sender), final=False)
        _expect(250, session.rcpt(mail.recipient), final=True)
        _expect(354, session.docmd("DATA"), final=True)
    except OSError as error:
        raise Interrupted from error
    if monotonic() > before:
        session.close()  # without a word: the server would take it for the text
        raise Interrupted
    try:
        session.send(mail.content)
        os.sched_yield()  # a relay on this machine begins to store it before we go on
        meanwhile()
        answer = session.getreply()
    except OSError as error:
        raise NoAnswer from error
    _expect(250, answer, final=True)


def _submit_elsewhere(backend: BaseEmailBackend, mail: Mail) -> None:
    try:
        backend.send_messages([mail])
    except OSError as error:
        raise NoAnswer from error


def _expect(wanted: int, answer: tuple[int, bytes], *, final: bool) -> None:
    code = answer[0]
    if code // 10 == wanted // 10:
        return
    if code == 421:  # "closing the channel": about the server, not about the letter
        raise Interrupted
    if 400 <= code <= 599:
        raise Rejected(code, final=final and code >= 500)
    raise NoAnswer


class Trace(Enum):
    """What the relay's log says of a Message-ID."""

    ACCEPTED = auto()
    """It is in the queue, or has been: the relay said yes, whether that was heard or not."""
    SEEN = auto()
    """The relay began to take it, and did not say that it has it."""
    ABSENT = auto()


CLEANUP = re.compile(r"/cleanup\[\d+\]: (\w+): message-id=(<[^>]*>)")
ACTIVE = re.compile(r"/qmgr\[\d+\]: (\w+): from=<.* \(queue active\)\s*$")


def can_be_asked() -> bool:
    return bool(settings.MAIL_RELAY_LOG) and os.access(settings.MAIL_RELAY_LOG, os.R_OK)


def trace(message_ids: Collection[str]) -> dict[str, Trace] | None:
    """Look messages up in the log `MAIL_RELAY_LOG` and its last rotation. None: it cannot be read.

    The log is Postfix's: `postfix/cleanup[…]: QID: message-id=<…>` when a message comes in, then
    `postfix/qmgr[…]: QID: from=<…>, … (queue active)` once it is safely queued.
    """
    try:
        return _trace(message_ids, _log_lines())
    except OSError:
        return None


def _trace(message_ids: Collection[str], lines: Iterator[str]) -> dict[str, Trace]:
    traces = dict.fromkeys(message_ids, Trace.ABSENT)
    coming_in: dict[str, str] = {}  # queue id → Message-ID; the relay uses a queue id again later
    for line in lines:
        if match := CLEANUP.search(line):
            queue_id, message_id = match.groups()
            coming_in[queue_id] = message_id
            if traces.get(message_id) is Trace.ABSENT:
                traces[message_id] = Trace.SEEN
        elif match := ACTIVE.search(line):
            message_id = coming_in.pop(match[1], "")
            if message_id in traces:
                traces[message_id] = Trace.ACCEPTED
    return traces


def _log_lines() -> Iterator[str]:
    if not settings.MAIL_RELAY_LOG:
        raise FileNotFoundError
    log = Path(settings.MAIL_RELAY_LOG)
    with ExitStack() as files:
        # Opened from the newest on: a rotation at this very moment then hides nothing.
        newest_first = [
            files.enter_context(path.open(encoding="utf-8", errors="replace"))
            for path in (log, log.with_name(f"{log.name}.1"))
            if path.exists()
        ]
        if not newest_first:
            raise FileNotFoundError(log)
        for file in reversed(newest_first):
            yield from file
