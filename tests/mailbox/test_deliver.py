"""Delivering: what each answer of the mail server, or its silence, does to a letter."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from django.core import mail
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from apps.accounts.models import User
from apps.mailbox.deliver import RETRY_AFTER, deliver_due
from apps.mailbox.models import Letter, LetterStatus
from apps.mailbox.relay import Relay, Unreachable
from apps.mailbox.render import message_id

from .conftest import NOW, at
from .sink import HANG_UP, Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(handler: User, write_to: Callable[..., Letter]) -> Letter:
    return write_to(handler)


def test_a_letter_leaves_and_what_was_sent_is_kept(letter: Letter, sink: Sink) -> None:
    assert deliver_due(clock=at()) == 1
    letter.refresh_from_db()
    [message] = sink.messages
    assert letter.status == LetterStatus.SENT
    assert letter.sent_at == NOW
    assert letter.attempts == 1
    assert letter.message_id == message["Message-ID"] == message_id(letter.key)
    assert letter.address == message["To"] == "gestion@example.org"
    assert letter.subject == message["Subject"]
    for kept, part in ((letter.body_text, "plain"), (letter.body_html, "html")):
        assert kept.splitlines() == message.get_body((part,)).get_content().splitlines()


def test_a_letter_sent_is_not_sent_again(letter: Letter, sink: Sink) -> None:
    assert deliver_due(clock=at()) == 1
    assert deliver_due(clock=at(days=30)) == 0
    assert len(sink.messages) == 1


def test_the_address_is_the_one_of_the_day_of_delivery(
    letter: Letter, handler: User, sink: Sink
) -> None:
    User.objects.filter(pk=handler.pk).update(email="nouvelle@example.org")
    deliver_due(clock=at())
    assert [message["To"] for message in sink.messages] == ["nouvelle@example.org"]


def test_nothing_is_sent_to_someone_who_left(letter: Letter, handler: User, sink: Sink) -> None:
    User.objects.filter(pk=handler.pk).update(is_active=False)
    assert deliver_due(clock=at()) == 0
    assert not sink.messages
    assert [row.error for row in Letter.objects.undelivered()] == ["recipient-inactive"]


def test_one_faulty_letter_does_not_hold_up_the_others(
    handler: User, write_to: Callable[..., Letter], sink: Sink
) -> None:
    faulty = write_to(handler, key="essai-1", kind="inconnu")
    write_to(handler, key="essai-2")
    assert deliver_due(clock=at()) == 1
    faulty.refresh_from_db()
    assert (faulty.status, faulty.error) == (LetterStatus.QUEUED, "text-TemplateDoesNotExist")
    assert faulty.not_before == NOW + RETRY_AFTER[0]


def test_more_letters_than_a_batch_all_leave_by_one_connection(
    handler: User, write_to: Callable[..., Letter], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.mailbox.deliver.BATCH", 3)
    for number in range(10):
        write_to(handler, key=f"essai-{number}")
    assert deliver_due(clock=at()) == 10
    assert set(sink.copies.values()) == {1}
    assert sink.sessions == 1


# --- The mail server is down ------------------------------------------------------------------


def test_a_mail_server_down_for_six_hours_loses_nothing(
    letter: Letter, handler: User, sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    sink.close()
    for hour in range(6):
        assert deliver_due(clock=at(hours=hour)) == 0
    letter.refresh_from_db()
    assert (letter.status, letter.attempts, letter.error) == (LetterStatus.QUEUED, 0, "")
    assert "cannot be reached" in caplog.text
    assert handler.email not in caplog.text
    assert list(Letter.objects.late(since=at(hours=1)())) == [letter]
    sink.open()
    assert deliver_due(clock=at(hours=6)) == 1
    assert len(sink.messages) == 1


@pytest.mark.parametrize("step", ["MAIL", "RCPT"])
def test_a_connection_cut_before_the_text_sends_nothing_and_tries_again(
    step: str, letter: Letter, sink: Sink
) -> None:
    sink.answers[step] = HANG_UP
    assert deliver_due(clock=at()) == 0
    letter.refresh_from_db()
    assert (letter.status, letter.attempts) == (LetterStatus.QUEUED, 0)
    sink.answers.clear()
    assert deliver_due(clock=at(minutes=1)) == 1


def test_a_server_that_goes_down_between_two_letters_loses_neither(
    handler: User, write_to: Callable[..., Letter], sink: Sink
) -> None:
    for number in range(3):
        write_to(handler, key=f"essai-{number}")
    sink.answers["MAIL"] = "421 4.3.2 shutting down"
    assert deliver_due(clock=at()) == 0
    sink.answers.clear()
    assert deliver_due(clock=at(minutes=1)) == 3
    assert set(sink.copies.values()) == {1}


def test_a_server_that_vanishes_among_several_letters_leaves_the_others_in_the_queue(
    handler: User,
    write_to: Callable[..., Letter],
    sink: Sink,
    log: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(5):
        write_to(handler, key=f"essai-{number}")
    opened, calls = Relay.open, count(1)

    def vanish_after_two_letters(relay: Relay) -> None:
        if next(calls) > 4:
            raise Unreachable
        opened(relay)

    monkeypatch.setattr(Relay, "open", vanish_after_two_letters)
    assert deliver_due(clock=at()) == 2
    assert Letter.objects.due(NOW).count() == 3
    monkeypatch.undo()
    assert deliver_due(clock=at()) == 3
    assert set(sink.copies.values()) == {1}


# --- The mail server says no ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        ("MAIL", "451 4.3.0 try later"),
        ("MAIL", "550 5.7.1 who are you?"),  # our own fault: mended, every letter leaves
        ("RCPT", "450 4.2.0 greylisted"),
        ("DATA", "452 4.3.1 no space left"),
    ],
)
def test_not_now_is_tried_again_later(step: str, answer: str, letter: Letter, sink: Sink) -> None:
    sink.answers[step] = answer
    assert deliver_due(clock=at()) == 0
    letter.refresh_from_db()
    assert (letter.status, letter.attempts) == (LetterStatus.QUEUED, 1)
    assert letter.error == f"refused-{answer[:3]}"
    assert letter.not_before == NOW + RETRY_AFTER[0]
    sink.answers.clear()
    assert deliver_due(clock=at()) == 0
    assert deliver_due(clock=at(minutes=1)) == 1


@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_never_is_shown_to_a_person(step: str, letter: Letter, sink: Sink) -> None:
    sink.answers[step] = "550 5.1.1 no such person"
    assert deliver_due(clock=at()) == 0
    assert [row.error for row in Letter.objects.undelivered()] == ["refused-550"]
    sink.answers.clear()
    assert deliver_due(clock=at(days=30)) == 0


def test_after_a_day_of_not_now_a_person_is_told(letter: Letter, sink: Sink) -> None:
    sink.answers["RCPT"] = "450 4.2.0 greylisted"
    now = NOW
    for pause in [*RETRY_AFTER, timedelta(0)]:
        deliver_due(clock=lambda: now)  # noqa: B023 - called within the turn
        now += pause
    assert now - NOW > timedelta(days=1)
    assert [row.error for row in Letter.objects.undelivered()] == ["refused-450"]


# --- Several senders, several engines ---------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_double_nothing(
    handler: User, write_to: Callable[..., Letter], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.mailbox.deliver.BATCH", 5)
    for number in range(40):
        write_to(handler, key=f"essai-{number}")
    sent: list[int] = []

    def send() -> None:
        try:
            sent.append(deliver_due(clock=at()))
        finally:
            connection.close()

    senders = [Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sum(sent) == 40
    assert len(sink.copies) == 40
    assert set(sink.copies.values()) == {1}


@pytest.mark.django_db(transaction=True)
def test_delivering_inside_a_transaction_is_refused(letter: Letter, sink: Sink) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        deliver_due(clock=at())
    assert not sink.messages


def test_any_django_mail_backend_will_do(
    letter: Letter, settings: Settings, tmp_path: Path
) -> None:
    assert deliver_due(clock=at()) == 1
    assert mail.outbox[0].to == ["gestion@example.org"]
    letter.refresh_from_db()
    assert letter.status == LetterStatus.SENT
