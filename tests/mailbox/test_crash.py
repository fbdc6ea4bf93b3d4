"""Senders killed with SIGKILL, in processes of their own: every letter leaves once in the end."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest
from django.db import connection
from django.utils import timezone

from apps.accounts.models import User
from apps.mailbox.deliver import deliver_due
from apps.mailbox.models import Letter, LetterStatus
from apps.mailbox.recover import PATIENCE

from .senders import Senders
from .sink import Sink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def senders(django_db_setup: None) -> Iterator[Senders]:
    with Senders(str(connection.settings_dict["NAME"])) as senders:
        yield senders


def settle(sink: Sink) -> None:
    """The next sweeps, far enough apart for nobody dead to be believed at work."""
    sink.wait_until_quiet()  # as it is after the real grace
    begun = timezone.now()
    for sweep in (1, 2, 3):
        deliver_due(clock=lambda: begun + sweep * sum(PATIENCE, timedelta(seconds=1)))  # noqa: B023


@pytest.mark.parametrize("step", ["claimed", "fenced", "answered"])
def test_killed_at_any_step_each_letter_leaves_once_when_the_relay_can_be_asked(
    step: str,
    senders: Senders,
    sink: Sink,
    log: Path,
    handler: User,
    write_to: Callable[..., Letter],
) -> None:
    for number in range(3):
        write_to(handler, key=f"essai-{number}")
    senders.run(port=sink.port, log=log, dies=step)
    assert Letter.objects.in_hand().count() == 3
    settle(sink)
    assert [row.status for row in Letter.objects.all()] == [LetterStatus.SENT] * 3
    assert len(sink.copies) == 3
    assert set(sink.copies.values()) == {1}


def test_killed_before_the_fence_no_relay_need_be_asked(
    senders: Senders, sink: Sink, handler: User, write_to: Callable[..., Letter]
) -> None:
    write_to(handler)
    senders.run(port=sink.port, dies="claimed")
    settle(sink)
    assert Letter.objects.get().status == LetterStatus.SENT
    assert set(sink.copies.values()) == {1}


@pytest.mark.parametrize(("step", "copies"), [("fenced", 0), ("answered", 1)])
def test_in_doubt_and_nobody_to_ask_a_person_judges_and_nothing_is_sent_again(
    step: str,
    copies: int,
    senders: Senders,
    sink: Sink,
    handler: User,
    write_to: Callable[..., Letter],
) -> None:
    doubtful = write_to(handler, key="essai-1")
    write_to(handler, key="essai-2")
    senders.run(port=sink.port, dies=step)
    settle(sink)
    assert list(Letter.objects.undelivered()) == [doubtful]
    doubtful.refresh_from_db()
    assert (doubtful.status, doubtful.error) == (LetterStatus.UNCERTAIN, "no-answer")
    assert doubtful.body_text
    assert sink.copies[doubtful.message_id] == copies
    assert Letter.objects.filter(status=LetterStatus.SENT).count() == 1


def test_senders_killed_again_and_again_lose_and_double_nothing(
    senders: Senders, sink: Sink, log: Path, handler: User
) -> None:
    """bench/crash.py does the same with 5,000 letters, a database that crashes, frozen senders."""
    now = timezone.now()
    Letter.objects.bulk_create(
        Letter(
            kind="essai",
            key=f"essai-{number}",
            recipient=handler,
            data={"rung": 15, "act_by": "2026-12-08"},
            queued_at=now,
            not_before=now,
        )
        for number in range(150)
    )
    sink.loses_answer = lambda: len(sink.messages) % 40 == 0
    order = {"port": sink.port, "log": log, "forever": True, "batch": 10}
    alive = [senders.start(**order), senders.start(**order)]
    for accepted in (15, 35, 55, 70):
        while len(sink.messages) < accepted:
            sleep(0.001)
        os.kill(alive.pop(0), signal.SIGKILL)
        if accepted < 55:
            alive.append(senders.start(**order))
    settle(sink)
    assert Letter.objects.filter(status=LetterStatus.SENT).count() == 150
    assert len(sink.copies) == 150
    assert set(sink.copies.values()) == {1}
