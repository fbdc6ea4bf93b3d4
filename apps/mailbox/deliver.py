"""Delivering what is due: each letter leaves once, whatever dies on the way.

take → write → keep → fence → hand over → write down. A sender that dies leaves letters CLAIMED or
ON_WIRE; `recover` settles them once nobody can be sending them any more.
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

from .models import Letter, LetterQuerySet, LetterStatus
from .recover import PATIENCE, Patience, owner, recover
from .relay import Interrupted, Mail, NoAnswer, Rejected, Relay, Unreachable, can_be_asked
from .render import Unwritable, write

logger = logging.getLogger(__name__)

BATCH = 100
BUDGET = timedelta(minutes=4)  # of one task; what remains is for the next
# When the server says "not now", how long until the next try; after the last, a person is told.
RETRY_AFTER = [timedelta(minutes=m) for m in (1, 5, 15, 30)] + [timedelta(hours=1)] * 24

# The one statement that each letter has to itself, written out: the ORM costs it twice the time.
KEEP = (
    "UPDATE mailbox_letter SET message_id = %s, address = %s, subject = %s, body_text = %s,"
    " body_html = %s WHERE id = %s AND status = 'claimed' AND claimed_by = %s"
)


def deliver_due(*, clock: Callable[[], datetime], patience: Patience = PATIENCE) -> int:
    """Send every letter that is due and return how many the mail server took.

    May run at any time, twice, or in several processes at once. A mail server that is down leaves
    everything queued. Raises `RuntimeError` inside a transaction.
    """
    recover(now=clock(), patience=patience)
    if not Letter.objects.due(clock()).exists():
        return 0
    sent = 0
    until = clock() + BUDGET
    with owner(patience) as me, Relay() as relay:
        try:
            relay.open()
            batch = Batch.take(by=me, at=clock())
            while batch.letters:
                batch.keep()
                following = Batch.take(by=me, at=clock()) if clock() < until else Batch([])
                for few in batch.by_a_few():
                    # While the relay stores a letter, one of the following batch is written.
                    sent += deliver(few, relay, clock, meanwhile=following.write_one)
                batch = following
        except Unreachable as error:
            logger.warning("the mail server cannot be reached (%s): letters wait", error)
        # What is still in hand was never begun.
        Letter.objects.in_hand().filter(claimed_by=me).update(
            status=LetterStatus.QUEUED, claimed_by=""
        )
    logger.info("letters sent: %d", sent)
    return sent


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
            taken.update(status=LetterStatus.CLAIMED, claimed_by=by, claimed_at=at)
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
                        "" if letter.is_secret else letter.body_text,
                        "" if letter.is_secret else letter.body_html,
                        letter.pk,
                        letter.claimed_by,
                    )
                    for letter, _ in self.written
                ],
            )

    def by_a_few(self) -> Iterator[list[tuple[Letter, Mail]]]:
        """What is written, ten by ten where the relay can say what became of them, else singly."""
        few = 10 if can_be_asked() else 1
        for start in range(0, len(self.written), few):
            yield self.written[start : start + few]


def deliver(
    few: list[tuple[Letter, Mail]],
    relay: Relay,
    clock: Callable[[], datetime],
    *,
    meanwhile: Callable[[], None],
) -> int:
    """Fence some claimed letters, hand them over one by one, and write down what came of it.

    Returns how many the server took. Raises `Unreachable` before anything is begun.
    """
    relay.open()
    too_late = monotonic() + settings.EMAIL_TIMEOUT
    ours = fence([letter for letter, _ in few], at=clock())
    accepted = []
    for letter, mail in few:
        if letter.pk not in ours:  # others believed us dead, and took it over
            continue
        try:
            relay.open()
            relay.submit(mail, before=too_late, meanwhile=meanwhile)
        except Unreachable:
            break
        except Interrupted:
            still_ours(letter).update(
                status=LetterStatus.QUEUED, claimed_by="", not_before=clock() + RETRY_AFTER[0]
            )
        except Rejected as refusal:
            fall_short(letter, f"refused-{refusal.code}", final=refusal.final, at=clock())
        except NoAnswer:  # `recover` will ask the relay, once nobody can be sending it any more
            still_ours(letter).update(claimed_by="", error="no-answer")
        else:
            accepted.append(letter.pk)
    # A "yes" is a fact, whatever others believed meanwhile: no condition on the status.
    Letter.objects.filter(pk__in=accepted).update(
        status=LetterStatus.SENT, sent_at=clock(), attempts=F("attempts") + 1, error=""
    )
    return len(accepted)


def fence(letters: list[Letter], *, at: datetime) -> set[int]:
    """Say that these letters may leave from now on; returns those that are still ours to send."""
    ours = Letter.objects.filter(
        pk__in=[letter.pk for letter in letters], claimed_by=letters[0].claimed_by
    )
    ours.filter(status=LetterStatus.CLAIMED).update(status=LetterStatus.ON_WIRE, on_wire_at=at)
    return set(ours.filter(status=LetterStatus.ON_WIRE).values_list("pk", flat=True))


def fall_short(letter: Letter, error: str, *, final: bool, at: datetime) -> None:
    """A definite no: try again later, or tell a person."""
    attempts = letter.attempts + 1
    if final or attempts > len(RETRY_AFTER):
        changes: dict[str, object] = {"status": LetterStatus.FAILED}
    else:
        changes = {"status": LetterStatus.QUEUED, "not_before": at + RETRY_AFTER[attempts - 1]}
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
