"""Delivering what is due: each letter leaves once, whatever dies on the way.

take (durable) → write → keep → fence → hand over → settle. A sender that dies leaves letters
CLAIMED or ON_WIRE; `recover` settles them when nobody can be sending them any more.
docs/decisions/0004-letters.md says what each engine promises, and why.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from .models import Letter, LetterQuerySet, Status
from .recover import PATIENCE, Patience, owner, recover
from .relay import Interrupted, Mail, NoAnswer, Refused, Relay, Unreachable, can_be_asked
from .render import Unwritable, write

logger = logging.getLogger(__name__)

BATCH = 100
BUDGET = timedelta(minutes=4)  # of one task; what remains is for the next
# When the server says "not now", how long until the next try; after the last, a person is told.
RETRY_AFTER = [timedelta(minutes=m) for m in (1, 5, 15, 30)] + [timedelta(hours=1)] * 24

# Two statements a letter, written out: the ORM would double what the outbox costs.
KEEP = (
    "UPDATE mailbox_letter SET message_id = %s, address = %s, subject = %s, body_text = %s,"
    " body_html = %s WHERE id = %s AND status = 'claimed' AND claimed_by = %s"
)
FENCE = (
    "UPDATE mailbox_letter SET status = 'on_wire', on_wire_at = %s"
    " WHERE id = %s AND status = 'claimed' AND claimed_by = %s"
)


def deliver_due(*, clock: Callable[[], datetime], patience: Patience = PATIENCE) -> int:
    """Send every letter that is due and return how many the mail server took.

    May run at any time, twice, or in several processes at once. A mail server that is down leaves
    everything queued. Raises `RuntimeError` inside a transaction.
    """
    recover(now=clock(), patience=patience)
    if not Letter.objects.due(clock()).exists():
        return 0
    accepted = Accepted(clock)
    until = clock() + BUDGET
    with owner(patience) as me, Relay() as relay:
        try:
            relay.open()
            batch = Batch.take(by=me, at=clock())
            while batch.letters:
                batch.keep()
                following = Batch.take(by=me, at=clock()) if clock() < until else Batch([])
                for letter, mail in batch.written:
                    relay.open()
                    # While the relay stores this letter, one of the following is written.
                    if deliver(letter, mail, relay, clock, meanwhile=following.write_one):
                        accepted.add(letter)
                batch = following
        except Unreachable as error:
            logger.warning("the mail server cannot be reached (%s): letters wait", error)
            Letter.objects.filter(status=Status.CLAIMED, claimed_by=me).update(
                status=Status.QUEUED, claimed_by=""
            )
        accepted.write_down()
    logger.info("letters sent: %d", accepted.count)
    return accepted.count


class Batch:
    """Letters taken together: written one by one, kept on their rows, then sent."""

    def __init__(self, letters: list[Letter]) -> None:
        self.letters = letters
        self.unwritten = deque(letters)
        self.written: list[tuple[Letter, Mail]] = []

    @classmethod
    def take(cls, *, by: str, at: datetime) -> Batch:
        """Claim the letters due, past those that another sender is taking at this moment."""
        with durable():
            due = Letter.objects.due(at).select_for_update(skip_locked=True)
            taken = Letter.objects.filter(pk__in=list(due.values_list("pk", flat=True)[:BATCH]))
            taken.update(status=Status.CLAIMED, claimed_by=by, claimed_at=at)
        return cls(list(taken.select_related("recipient", "incident").order_by("not_before", "pk")))

    def write_one(self) -> None:
        """Write the next letter, if one is left to write."""
        if self.unwritten:
            letter = self.unwritten.popleft()
            try:
                self.written.append((letter, write(letter)))
            except Unwritable as reason:
                fall_short(letter, str(reason), final=reason.final, at=letter.claimed_at)

    def keep(self) -> None:
        """Write the rest, and keep on the rows what is about to leave."""
        while self.unwritten:
            self.write_one()
        with durable(), connection.cursor() as cursor:
            cursor.executemany(
                KEEP,
                [
                    (
                        letter.message_id,
                        letter.address,
                        letter.subject,
                        letter.body_text,
                        letter.body_html,
                        letter.pk,
                        letter.claimed_by,
                    )
                    for letter, _ in self.written
                ],
            )


class Accepted:
    """Letters that the server took: written down a few at a time, where the relay could say so."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.at_a_time = 10 if can_be_asked() else 1
        self.unwritten: list[int] = []
        self.count = 0

    def add(self, letter: Letter) -> None:
        self.count += 1
        self.unwritten.append(letter.pk)
        if len(self.unwritten) == self.at_a_time:
            self.write_down()

    def write_down(self) -> None:
        """A "yes" is a fact, whatever others believed meanwhile: no condition on the status."""
        Letter.objects.filter(pk__in=self.unwritten).update(
            status=Status.SENT, sent_at=self.clock(), attempts=F("attempts") + 1, error=""
        )
        self.unwritten.clear()


def deliver(
    letter: Letter,
    mail: Mail,
    relay: Relay,
    clock: Callable[[], datetime],
    *,
    meanwhile: Callable[[], None],
) -> bool:
    """Hand one claimed letter over. True when the server took it, which remains to be written."""
    too_late = monotonic() + settings.EMAIL_TIMEOUT
    if not fence(letter, at=clock()):
        return False  # others believed us dead and took it over
    try:
        relay.submit(mail, before=too_late, meanwhile=meanwhile)
    except Interrupted:
        still_ours(letter).update(
            status=Status.QUEUED, claimed_by="", not_before=clock() + RETRY_AFTER[0]
        )
    except Refused as refusal:
        fall_short(letter, f"refused-{refusal.code}", final=refusal.final, at=clock())
    except NoAnswer:  # `recover` will ask the relay, once nobody can be sending it any more
        still_ours(letter).update(claimed_by="", error="no-answer")
    else:
        return True
    return False


def fence(letter: Letter, *, at: datetime) -> bool:
    """Say that the letter may leave from now on, if it is still ours to send."""
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.execute(FENCE, [moment, letter.pk, letter.claimed_by])
        return bool(cursor.rowcount)


def fall_short(letter: Letter, error: str, *, final: bool, at: datetime) -> None:
    """A definite no: try again later, or tell a person."""
    attempts = letter.attempts + 1
    if final or attempts > len(RETRY_AFTER):
        changes: dict[str, object] = {"status": Status.FAILED}
    else:
        changes = {"status": Status.QUEUED, "not_before": at + RETRY_AFTER[attempts - 1]}
    still_ours(letter).update(claimed_by="", error=error, attempts=attempts, **changes)
    logger.warning("letter %d: %s, %s", letter.pk, error, changes["status"])


def still_ours(letter: Letter) -> LetterQuerySet:
    return Letter.objects.in_hand().filter(pk=letter.pk, claimed_by=letter.claimed_by)


@contextmanager
def durable() -> Iterator[None]:
    """A transaction that a crash of the database cannot undo, even in a hurried session."""
    with transaction.atomic(durable=True):
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET LOCAL synchronous_commit = on")
        yield
