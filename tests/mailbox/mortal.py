"""One sender, which may have to die at a given step."""

import os
import signal
from datetime import timedelta
from time import sleep

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from apps.mailbox import deliver
from apps.mailbox.recover import Patience
from apps.mailbox.relay import Relay


def send(
    *,
    port: int,
    log: str,
    dies: str = "",
    forever: bool = False,
    batch: int = deliver.BATCH,
    timeout: float = 10,
    lease: float = 120,
    grace: float = 35,
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT, settings.MAIL_RELAY_LOG = timeout, log
    patience = Patience(lease=timedelta(seconds=lease), grace=timedelta(seconds=grace))
    deliver.BATCH = batch
    if dies:
        DEATHS[dies]()
    parent = os.getppid()
    while os.getppid() == parent:
        try:
            deliver.deliver_due(clock=timezone.now, patience=patience)
        except (InterfaceError, OperationalError):  # the database was killed
            connection.close()
        if not forever:
            return
        sleep(0.05)


def die(*args: object, **kwargs: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once_claimed() -> None:
    deliver.fence = die


def die_once_fenced() -> None:
    Relay.submit = die


def die_once_answered() -> None:
    submit = Relay.submit

    def submit_and_die(*args: object, **kwargs: object) -> None:
        submit(*args, **kwargs)
        die()

    Relay.submit = submit_and_die


DEATHS = {
    "claimed": die_once_claimed,
    "fenced": die_once_fenced,
    "answered": die_once_answered,
}
