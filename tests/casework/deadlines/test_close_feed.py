import pytest

from apps.casework.deadlines.close_feed import close_feed
from apps.casework.deadlines.open_feed import open_feed
from tests.factories import MONDAY_MORNING, handler

pytestmark = pytest.mark.django_db


def test_an_address_is_revoked_once() -> None:
    sofia = handler()
    feed = open_feed(by=sofia, at=MONDAY_MORNING)
    assert [close_feed(by=sofia, at=MONDAY_MORNING) for _ in range(2)] == [1, 0]
    feed.refresh_from_db()
    assert feed.closed_at == MONDAY_MORNING


def test_nobody_revokes_the_address_of_another() -> None:
    feed = open_feed(by=handler(), at=MONDAY_MORNING)
    assert close_feed(by=handler(), at=MONDAY_MORNING) == 0
    feed.refresh_from_db()
    assert feed.closed_at is None
