from collections.abc import Iterator

import pytest
import time_machine

from tests.factories import MONDAY_MORNING


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(MONDAY_MORNING, tick=False):
        yield
