"""Posting a letter: a row in the caller's transaction, then a ring of the sender's bell."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connection

from apps.bell import ring_on_commit

from .kinds import KINDS
from .models import Letter
from .wishes import fate

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.incidents.models import Incident


class NoTransaction(Exception):
    """A letter was posted outside a transaction: it could leave without the facts it speaks of."""


class NotThatLetter(Exception):
    """No kind bears this name, or its text is made of other data: the message names them all."""


def post(
    kind: str,
    *,
    to: User,
    key: str,
    at: datetime,
    incident: Incident | None = None,
    not_before: datetime | None = None,
    **data: Any,
) -> None:
    """Have a letter of this kind (a row of `kinds.py`) sent to a person, once.

    `key` says what makes it that letter and no other ("deadline-42-j15-user-7"): posting it again,
    even at the same moment, does nothing. `data` holds ids, codes and dates only, those that the
    table of kinds names. The address and the text are taken at delivery. When it leaves, if it
    does, is also the recipient's choice (`wishes.py`). Raises `NoTransaction`, `NotThatLetter`.
    """
    if not connection.in_atomic_block:
        raise NoTransaction(kind)
    if kind not in KINDS or data.keys() != KINDS[kind].data:
        raise NotThatLetter(kind, *sorted(data))
    status, moment = fate(kind, to=to, at=not_before or at, data=data)
    Letter.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "recipient": to,
            "incident": incident,
            "queued_at": at,
            "not_before": moment,
            "status": status,
            "data": data,
        },
    )
    ring_on_commit("deliver_letters")
