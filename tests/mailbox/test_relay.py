"""Asking the mail relay what became of a message. The lines are Postfix 3.7's own."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from apps.mailbox.relay import Trace, can_be_asked, trace

ACCEPTED = """\
Nov 23 20:34:35 relay postfix/smtpd[20104]: 67B0620E194: client=localhost[127.0.0.1]
Nov 23 20:34:35 relay postfix/cleanup[20136]: 67B0620E194: message-id=<accepted@vigie>
Nov 23 20:34:35 relay postfix/qmgr[19987]: 67B0620E194: from=<v@x.fr>, size=2156, nrcpt=1 (queue active)
Nov 23 20:34:35 relay postfix/discard[20143]: 67B0620E194: to=<u499@example.org>, relay=none, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (example.org)
Nov 23 20:34:35 relay postfix/qmgr[19987]: 67B0620E194: removed
"""  # noqa: E501
CUT = """\
Nov 23 20:34:35 relay postfix/smtpd[20104]: connect from localhost[127.0.0.1]
Nov 23 20:34:35 relay postfix/smtpd[20104]: 8FF2420E194: client=localhost[127.0.0.1]
Nov 23 20:34:35 relay postfix/cleanup[20190]: 8FF2420E194: message-id=<cut@vigie>
Nov 23 20:34:36 relay postfix/smtpd[20104]: lost connection after DATA (21037 bytes) from localhost[127.0.0.1]
"""  # noqa: E501
# Postfix gives queue ids again: here to a message that it did accept.
SAME_QUEUE_ID = """\
Nov 23 20:40:00 relay postfix/cleanup[20190]: 8FF2420E194: message-id=<another@vigie>
Nov 23 20:40:00 relay postfix/qmgr[19987]: 8FF2420E194: from=<v@x.fr>, size=9 (queue active)
"""


@pytest.fixture
def log(settings: Settings, tmp_path: Path) -> Path:
    log = tmp_path / "mail.log"
    log.write_text("")
    settings.MAIL_RELAY_LOG = str(log)
    return log


def test_what_the_relay_queued_was_accepted(log: Path) -> None:
    log.write_text(ACCEPTED)
    assert trace({"<accepted@vigie>"}) == {"<accepted@vigie>": Trace.ACCEPTED}


def test_what_the_relay_never_saw_is_absent(log: Path) -> None:
    log.write_text(ACCEPTED)
    assert trace({"<other@vigie>"}) == {"<other@vigie>": Trace.ABSENT}


def test_what_was_cut_on_its_way_in_was_only_seen(log: Path) -> None:
    log.write_text(CUT + SAME_QUEUE_ID)
    assert trace({"<cut@vigie>", "<another@vigie>"}) == {
        "<cut@vigie>": Trace.SEEN,
        "<another@vigie>": Trace.ACCEPTED,
    }


def test_the_last_rotation_of_the_log_counts_too(log: Path) -> None:
    first, second = ACCEPTED.splitlines(keepends=True)[1:3]
    log.with_name("mail.log.1").write_text(first)
    log.write_text(second)
    assert trace({"<accepted@vigie>"}) == {"<accepted@vigie>": Trace.ACCEPTED}


def test_a_log_being_rotated_still_answers(log: Path) -> None:
    log.write_text(ACCEPTED)
    log.rename(log.with_name("mail.log.1"))
    assert trace({"<accepted@vigie>"}) == {"<accepted@vigie>": Trace.ACCEPTED}


@pytest.mark.parametrize("setting", ["", "/nowhere/mail.log"])
def test_a_relay_without_a_log_cannot_be_asked(setting: str, settings: Settings) -> None:
    settings.MAIL_RELAY_LOG = setting
    assert not can_be_asked()
    assert trace({"<accepted@vigie>"}) is None
