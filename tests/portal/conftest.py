from datetime import UTC, datetime

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from apps.directory.models import Practitioner
from tests.factories import PractitionerFactory


@pytest.fixture(autouse=True)
def eleven_at_night(time_machine: TimeMachineFixture) -> None:
    """Monday 23 November 2026, 23:00 in Paris."""
    time_machine.move_to(datetime(2026, 11, 23, 22, 0, tzinfo=UTC), tick=False)


@pytest.fixture
def surgeon(db: None) -> Practitioner:
    return PractitionerFactory()


@pytest.fixture
def phone(surgeon: Practitioner, client: Client) -> Client:
    """The surgeon's phone, signed in."""
    client.force_login(surgeon.user)
    return client
