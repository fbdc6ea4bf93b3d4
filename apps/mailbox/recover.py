"""Who is alive, and what the dead leave behind: letters claimed, or on the wire with no answer.

A letter that certainly never left goes back to the queue. One that may have left is looked up in
the relay's log, once nobody can be sending it any more; where the relay cannot be asked, a person
judges: nothing in doubt is ever sent again by itself.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from .models import Letter, LetterQuerySet, LetterStatus
from .relay import Trace, can_be_asked, trace

logger = logging.getLogger(__name__)

MILLISECOND = timedelta(milliseconds=1)
# A log and its last rotation cover a day at least: absence from them proves nothing beyond.
LOG_MEMORY = timedelta(hours=20)


class Patience(NamedTuple):
    """How long those who say nothing are believed to be at work."""

    lease: timedelta
    """A sender that says nothing to the database for so long loses what it claimed."""
    grace: timedelta
    """A letter on the wire for so long is no longer being sent by anybody. More than three
    time-outs of the mail server: one until the text leaves, one for the text, one for the answer.
    """


PATIENCE = Patience(
    lease=timedelta(minutes=2), grace=timedelta(seconds=3 * settings.EMAIL_TIMEOUT + 5)
)


def recover(*, now: datetime, patience: Patience = PATIENCE) -> None:
    """Settle what dead senders hold: sent, to be sent again, or for a person to judge."""
    orphans = orphaned(now, patience)
    claimed = orphans.filter(status=LetterStatus.CLAIMED)
    if settings.MAIL_RELAY_LOG:  # a fence may have been lost with the database: wait, and ask
        claimed.exclude(message_id="").update(
            status=LetterStatus.ON_WIRE, on_wire_at=now, claimed_by=""
        )
    claimed.update(status=LetterStatus.QUEUED, claimed_by="")  # these certainly never left
    doubtful = list(
        orphans.filter(status=LetterStatus.ON_WIRE, on_wire_at__lte=now - patience.grace)
    )
    traces = trace({letter.message_id for letter in doubtful}) if doubtful else None
    for letter in doubtful:
        verdict = judge(letter, traces[letter.message_id] if traces else None, now=now)
        unchanged = Letter.objects.filter(
            pk=letter.pk, status=LetterStatus.ON_WIRE, on_wire_at=letter.on_wire_at
        )
        if unchanged.update(claimed_by="", **verdict):
            logger.warning("letter %d was left on the wire: %s", letter.pk, verdict["status"])


def judge(letter: Letter, found: Trace | None, *, now: datetime) -> dict[str, object]:
    """What becomes of a letter left on the wire; `found` is None when nobody can be asked."""
    if found is Trace.ACCEPTED:
        return {"status": LetterStatus.SENT, "sent_at": letter.on_wire_at, "error": ""}
    if found is Trace.ABSENT and letter.claimed_at > now - LOG_MEMORY:
        return {"status": LetterStatus.QUEUED}
    return {"status": LetterStatus.UNCERTAIN, "error": "no-answer"}


def orphaned(now: datetime, patience: Patience) -> LetterQuerySet:
    """Letters in the hands of nobody alive."""
    in_hand = Letter.objects.in_hand()
    if connection.vendor != "postgresql":
        return in_hand.exclude(status=LetterStatus.CLAIMED, claimed_at__gt=now - patience.lease)
    owners = set(in_hand.values_list("claimed_by", flat=True).distinct())
    return in_hand.filter(claimed_by__in=owners - alive())  # in this order: nobody slips between


@contextmanager
def owner(patience: Patience) -> Iterator[str]:
    """A name to claim letters under, which others can tell to be dead once this sender is.

    On PostgreSQL it is a lock of the session: it goes with the process, or with the session once
    that has said nothing for `patience.lease`. Elsewhere a claim simply grows old.
    """
    me = secrets.randbits(63)
    if connection.vendor != "postgresql":
        yield str(me)
        return
    with connection.cursor() as cursor:
        # A crash of the server loses the last half second of commits that are not synchronous.
        # For fences and answers that does no harm where the relay can be asked what it accepted.
        cursor.execute(
            "SELECT pg_advisory_lock(%s), set_config('synchronous_commit', %s, false),"
            " set_config('idle_session_timeout', %s, false)",
            [me, "off" if can_be_asked() else "on", str(patience.lease // MILLISECOND)],
        )
        try:
            yield str(me)
        finally:
            with suppress(InterfaceError, OperationalError):  # the session died first
                cursor.execute(
                    f"SELECT pg_advisory_unlock({me}); RESET synchronous_commit;"
                    " RESET idle_session_timeout"
                )


def alive() -> set[str]:
    """The names of the senders whose session is open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks"
            " WHERE locktype = 'advisory' AND objsubid = 1 AND database ="
            " (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
        return {str(name) for (name,) in cursor.fetchall()}
