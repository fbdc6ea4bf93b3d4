"""A real SMTP server on loopback: it keeps Postfix's log, and can be told to misbehave.

In the suite and in bench/crash.py it runs in a thread; `python -m tests.mailbox.sink SECONDS` runs
one in a process of its own, which takes so long to store each message, and says its port.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from threading import Thread
from time import sleep

from aiosmtpd.smtp import SMTP, Envelope, Session

logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd's, a line per command

HANG_UP = "hang up"  # an answer that is none: the connection is cut


class Sink:
    """Accepts mail at `port` while open. `answers` replaces the reply to a command."""

    def __init__(self, log: Path | None = None, *, store: float = 0, port: int = 0) -> None:
        self.log, self.store, self.port = log, store, port
        self.messages: list[EmailMessage] = []
        self.sessions = 0
        self.open_sessions: set[SMTP] = set()
        self.answers: dict[str, str] = {}
        self.loses_answer: Callable[[], bool] = lambda: False  # accepted, but nobody is told
        self._numbers = count(0x10000)

    @property
    def copies(self) -> Counter[str]:
        """How many times each Message-ID was accepted."""
        return Counter(message["Message-ID"] for message in self.messages)

    # --- The server --------------------------------------------------------------------------

    def __enter__(self) -> Sink:
        self.open()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def open(self) -> None:
        self._loop = asyncio.new_event_loop()
        server = self._loop.create_server(lambda: Conversation(self), "127.0.0.1", self.port)
        self._server = self._loop.run_until_complete(server)
        self.port = self._server.sockets[0].getsockname()[1]
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and hang up; may be opened again, on the same port."""
        if self._loop.is_closed():
            return
        asyncio.run_coroutine_threadsafe(self._hang_up_on_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _hang_up_on_all(self) -> None:
        self._server.close()
        sessions = asyncio.all_tasks() - {asyncio.current_task()}
        for session in sessions:
            session.cancel()
        await asyncio.gather(*sessions, return_exceptions=True)

    def wait_until_quiet(self) -> None:
        """Until nothing that dead clients sent is left to read."""
        while self.open_sessions:
            sleep(0.005)

    # --- What aiosmtpd calls -----------------------------------------------------------------

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self._answer(server, "MAIL")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self._answer(server, "RCPT")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.store)
        answer = self._answer(server, "DATA")
        if answer.startswith("2"):
            message = message_from_bytes(envelope.content, policy=policy.default)
            self.messages.append(message)
            self._write_log(message, envelope)
            if self.loses_answer():
                server.transport.abort()
        return answer

    def _answer(self, server: SMTP, command: str) -> str:
        answer = self.answers.get(command, "250 OK")
        if answer == HANG_UP:
            server.transport.abort()
        return answer

    def _write_log(self, message: EmailMessage, envelope: Envelope) -> None:
        if self.log:
            queue_id = f"{next(self._numbers):X}"
            sender, size = envelope.mail_from, len(envelope.content)
            lines = (
                f"cleanup[101]: {queue_id}: message-id={message['Message-ID']}",
                f"qmgr[102]: {queue_id}: from=<{sender}>, size={size}, nrcpt=1 (queue active)",
            )
            with self.log.open("a") as log:
                log.writelines(f"Nov 23 20:34:35 relay postfix/{line}\n" for line in lines)


class Conversation(SMTP):
    """aiosmtpd's session, which tells the sink that it begins and ends."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self.sink = sink

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.sink.sessions += 1
        self.sink.open_sessions.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.sink.open_sessions.discard(self)


if __name__ == "__main__":
    with Sink(store=float(sys.argv[1])) as sink:
        print(sink.port, flush=True)  # noqa: T201 - for the parent
        sys.stdin.read()  # until the parent goes
