"""Ringing the worker's bell. The row is the truth: a bell that is lost costs a minute, no more."""

import logging
from functools import partial

from celery import current_app
from django.db import connection, transaction
from kombu.exceptions import KombuError

logger = logging.getLogger(__name__)

# A user never waits more than a second for the bell; Celery's own patience is six.
SHORT_PATIENCE = {
    "max_retries": 1,
    "interval_start": 0,
    "socket_connect_timeout": 0.5,
    "socket_timeout": 0.5,
}
_rings: dict[str, partial[None]] = {}


def ring_on_commit(task: str) -> None:
    """Have a scheduled task (`apps/casework/tasks.py`) run once the transaction is committed.

    Asked several times in one transaction, it rings once. Lost, doubled or refused, it changes
    nothing but the delay: the task comes at its own time too.
    """
    ring = _rings.setdefault(task, partial(_ring, task))
    if not any(waiting is ring for _, waiting, _ in connection.run_on_commit):
        transaction.on_commit(ring, robust=True)


def _ring(task: str) -> None:
    try:
        with current_app.connection_for_write(transport_options=SHORT_PATIENCE) as bell:
            current_app.send_task(
                f"apps.casework.tasks.{task}", connection=bell, retry=False, expires=60
            )
    except (KombuError, OSError) as error:
        logger.warning("no broker (%s): %s waits for the sweep", type(error).__name__, task)
