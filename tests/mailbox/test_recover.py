"""What senders leave in doubt: looked up where the relay can be asked, else left to a person."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from django.db import OperationalError, connection

from apps.accounts.models import User
from apps.mailbox.deliver import Batch, deliver, deliver_due
from apps.mailbox.models import Letter, LetterStatus
from apps.mailbox.recover import LOG_MEMORY, PATIENCE, Patience, owner, recover
from apps.mailbox.relay import Interrupted, Relay, Trace
from apps.mailbox.render import write

from .conftest import NOW, at
from .sink import HANG_UP, Sink

pytestmark = pytest.mark.django_db
LONG = 30  # seconds: a sender that failed lets nobody wait for ever


@pytest.fixture
def letter(handler: User, write_to: Callable[..., Letter]) -> Letter:
    return write_to(handler)


def after(wait: timedelta) -> Callable[[], object]:
    return lambda: NOW + wait


# --- No answer: the connection broke after the text left --------------------------------------


def test_accepted_but_never_heard_of_is_found_in_the_log(
    letter: Letter, sink: Sink, log: Path
) -> None:
    sink.loses_answer = lambda: True
    assert deliver_due(clock=at()) == 0
    deliver_due(clock=after(PATIENCE.grace - timedelta(seconds=1)))
    letter.refresh_from_db()
    assert letter.status == LetterStatus.ON_WIRE  # somebody may still be sending it
    deliver_due(clock=after(PATIENCE.grace))
    letter.refresh_from_db()
    assert (letter.status, letter.sent_at) == (LetterStatus.SENT, NOW)
    assert len(sink.messages) == 1


def test_cut_off_before_it_was_accepted_is_sent_again(
    letter: Letter, sink: Sink, log: Path
) -> None:
    sink.answers["DATA"] = HANG_UP
    assert deliver_due(clock=at()) == 0
    sink.answers.clear()
    assert deliver_due(clock=after(PATIENCE.grace)) == 1
    assert len(sink.messages) == 1


def test_without_a_log_a_person_judges_and_nothing_is_sent_again(
    letter: Letter, sink: Sink
) -> None:
    sink.loses_answer = lambda: True
    deliver_due(clock=at())
    sink.loses_answer = lambda: False
    for day in (1, 2, 30):
        assert deliver_due(clock=at(days=day)) == 0
    assert [row.status for row in Letter.objects.undelivered()] == [LetterStatus.UNCERTAIN]
    assert len(sink.messages) == 1


def test_a_relay_that_only_began_to_take_it_leaves_it_to_a_person(
    letter: Letter, sink: Sink, log: Path
) -> None:
    sink.answers["DATA"] = HANG_UP
    deliver_due(clock=at())
    letter.refresh_from_db()
    log.write_text(f"relay postfix/cleanup[1]: A1: message-id={letter.message_id}\n")
    deliver_due(clock=after(PATIENCE.grace))
    assert list(Letter.objects.undelivered()) == [letter]


def test_absence_from_a_log_too_recent_proves_nothing(
    letter: Letter, sink: Sink, log: Path
) -> None:
    sink.answers["DATA"] = HANG_UP
    deliver_due(clock=at())
    deliver_due(clock=after(LOG_MEMORY))
    assert list(Letter.objects.undelivered()) == [letter]


# --- Claimed, and the sender is gone ----------------------------------------------------------


def claim_and_vanish(*, text: bool = False) -> None:
    """A sender takes what is due, perhaps writes it down, and is never heard of again."""
    batch = Batch.take(by="1", at=NOW)
    if text:
        batch.keep()


def test_a_letter_taken_and_not_yet_written_goes_back_to_the_queue(
    letter: Letter, sink: Sink, log: Path
) -> None:
    claim_and_vanish()
    assert deliver_due(clock=after(PATIENCE.lease)) == 1
    assert len(sink.messages) == 1


def test_a_letter_whose_fence_was_lost_with_the_database_is_looked_up(
    letter: Letter, sink: Sink, log: Path
) -> None:
    claim_and_vanish(text=True)
    letter.refresh_from_db()
    mail = write(letter)
    with Relay() as relay:  # it did leave; then the database crashed, and forgot the fence
        relay.open()
        relay.submit(mail, before=monotonic() + 5, meanwhile=lambda: None)
    for wait in (PATIENCE.lease, PATIENCE.lease + PATIENCE.grace):
        assert deliver_due(clock=after(wait)) == 0
    letter.refresh_from_db()
    assert letter.status == LetterStatus.SENT
    assert letter.body_text
    assert len(sink.messages) == 1


@pytest.mark.django_db(transaction=True)
def test_a_sender_at_work_keeps_what_it_claimed(
    letter: Letter, handler: User, sink: Sink, write_to: Callable[..., Letter]
) -> None:
    """On PostgreSQL as long as its session lives, elsewhere as long as its lease."""
    claimed, done = Event(), Event()

    def work() -> None:
        with owner(PATIENCE) as me:
            Batch.take(by=me, at=NOW)
            claimed.set()
            done.wait(LONG)
        connection.close()

    sender = Thread(target=work)
    sender.start()
    assert claimed.wait(LONG)
    lease = timedelta(days=1) if connection.vendor == "postgresql" else PATIENCE.lease
    assert deliver_due(clock=after(lease - timedelta(seconds=1))) == 0
    done.set()
    sender.join()
    assert deliver_due(clock=after(lease)) == 1


@pytest.mark.django_db(transaction=True)
def test_a_frozen_sender_loses_what_it_claimed_and_sends_nothing_when_it_wakes(
    letter: Letter, sink: Sink
) -> None:
    """PostgreSQL closes the session of who says nothing; elsewhere the lease is over."""
    short = Patience(lease=timedelta(milliseconds=400), grace=timedelta(seconds=1))
    frozen, thaw = Event(), Event()
    sent: list[int] = []

    def freeze() -> None:
        with suppress(OperationalError), owner(short) as me, Relay() as relay:
            relay.open()
            batch = Batch.take(by=me, at=NOW)
            batch.keep()
            frozen.set()
            thaw.wait(LONG)
            sent.append(deliver(batch.written, relay, at(), meanwhile=lambda: None))
        connection.close()

    sender = Thread(target=freeze)
    sender.start()
    assert frozen.wait(LONG), "it lost its session before it was frozen"
    sleep(0.6)
    assert deliver_due(clock=after(short.lease), patience=short) == 1
    thaw.set()
    sender.join()
    assert sum(sent) == 0
    assert len(sink.messages) == 1


# --- Waking up late ---------------------------------------------------------------------------


def test_a_sender_frozen_after_the_fence_does_not_begin_to_send(letter: Letter, sink: Sink) -> None:
    letter.claimed_at = NOW
    with Relay() as relay:
        relay.open()
        with pytest.raises(Interrupted):
            relay.submit(write(letter), before=monotonic() - 1, meanwhile=lambda: None)
    assert not sink.messages


def test_a_yes_that_comes_late_is_still_a_yes(
    letter: Letter, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = Relay.submit

    def submit_slowly(*args: object, **kwargs: object) -> None:
        submit(*args, **kwargs)
        Letter.objects.update(
            status=LetterStatus.QUEUED, claimed_by=""
        )  # others gave the sender up

    monkeypatch.setattr(Relay, "submit", submit_slowly)
    assert deliver_due(clock=at()) == 1
    assert deliver_due(clock=at(days=1)) == 0
    assert len(sink.messages) == 1


def test_two_sweeps_judging_the_same_letter_do_not_undo_each_other(
    letter: Letter, sink: Sink, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slower one read the log before the other had the letter sent again."""
    sink.answers["DATA"] = HANG_UP
    deliver_due(clock=at())
    sink.answers.clear()

    def while_the_other_delivers(message_ids: set[str]) -> dict[str, Trace]:
        monkeypatch.undo()
        assert deliver_due(clock=after(PATIENCE.grace)) == 1
        return dict.fromkeys(message_ids, Trace.ABSENT)

    monkeypatch.setattr("apps.mailbox.recover.trace", while_the_other_delivers)
    recover(now=NOW + PATIENCE.grace)
    letter.refresh_from_db()
    assert letter.status == LetterStatus.SENT
    assert deliver_due(clock=at(days=1)) == 0
    assert len(sink.messages) == 1


def test_the_database_session_is_given_back_as_it_was(
    letter: Letter, sink: Sink, log: Path
) -> None:
    before = session_settings()
    assert deliver_due(clock=at()) == 1
    assert session_settings() == before


def session_settings() -> list[tuple[str, ...]]:
    """Locks held and settings that a sender changes. SQLite has neither."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, setting FROM pg_settings"
            " WHERE name IN ('synchronous_commit', 'idle_session_timeout')"
            " UNION ALL SELECT 'lock', objid::text FROM pg_locks"
            " WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
        )
        return cursor.fetchall()
