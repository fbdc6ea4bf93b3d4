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
def desk(client: Client, sofia: User) -> Client:
    """Sofia, at her desk."""
    client.force_login(sofia)
    return client
