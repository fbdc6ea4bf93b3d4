"""Ringing the worker's bell. The row is the truth; a bell that is lost costs a minute, no more."""

import logging
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def wake(task: str) -> None:
    """Have a scheduled task run as soon as the transaction is committed, if a broker listens."""
    transaction.on_commit(partial(_ring, task), robust=True)


def _ring(task: str) -> None:
    try:
        current_app.send_task(f"apps.casework.tasks.{task}", retry=False)
    except (OperationalError, OSError):
        logger.warning("broker unreachable: %s is left to the next sweep", task)
