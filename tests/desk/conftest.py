from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from apps.accounts.models import User
from tests.factories import MONDAY_MORNING, handler


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(MONDAY_MORNING, tick=False):
        yield


@pytest.fixture
def sofia(db: None) -> User:
    return handler(name="Sofia Renard")


@pytest.fixture
def pages_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of files is long as soon as it holds four of them."""
    monkeypatch.setattr("apps.desk.views.queue.queue.PAGE_SIZE", 3)


@pytest.fixture
def desk(client: Client, sofia: User) -> Client:
    """Sofia, at her desk."""
    client.force_login(sofia)
    return client
