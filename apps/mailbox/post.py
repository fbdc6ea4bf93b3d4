"""Posting a letter: a row in the caller's transaction, then a ring of the sender's bell."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING, Any

from celery import current_app
from django.db import connection, transaction
from kombu.exceptions import KombuError

from .models import Letter

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.incidents.models import Incident

logger = logging.getLogger(__name__)

DELIVER = "apps.casework.tasks.deliver_letters"
# The row is what counts: a user never waits more than a second for the bell.
SHORT_PATIENCE = {
    "max_retries": 1,
    "interval_start": 0,
    "socket_connect_timeout": 0.5,
    "socket_timeout": 0.5,
}


class NoTransaction(Exception):
    """A letter was posted outside a transaction: it could leave without the facts it speaks of."""


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
    """Have a letter of this kind (`templates/letters/<kind>/`) sent to a person, once.

    `key` says what makes it that letter and no other ("deadline-42-j15-user-7"): posting it again,
    even at the same moment, does nothing. `data` holds ids, codes and dates only. The address
    and the text are taken at delivery. Raises `NoTransaction`.
    """
    if not connection.in_atomic_block:
        raise NoTransaction(kind)
    Letter.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "recipient": to,
            "incident": incident,
            "queued_at": at,
            "not_before": not_before or at,
            "data": data,
        },
    )
    transaction.on_commit(wake, robust=True)


def wake(task: str = DELIVER) -> None:
    """Have a scheduled task run now rather than at its time; if the broker is down, it will wait.

    Takes a second at most, where Celery's own patience is six. Call it on commit.
    """
    try:
        with current_app.connection_for_write(transport_options=SHORT_PATIENCE) as bell:
            current_app.send_task(task, connection=bell, retry=False, expires=60)
    except (KombuError, OSError) as error:
        logger.warning("no broker (%s): %s waits for the sweep", type(error).__name__, task)
