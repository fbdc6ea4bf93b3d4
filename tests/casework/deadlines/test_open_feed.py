import pytest
from django.db import IntegrityError, transaction

from apps.accounts.models import CalendarFeed
from apps.casework.deadlines.open_feed import open_feed
from tests.factories import MONDAY_MORNING, handler

pytestmark = pytest.mark.django_db


def test_an_address_is_long_and_no_two_are_alike() -> None:
    tokens = {open_feed(by=handler(), at=MONDAY_MORNING).token for _ in range(3)}
    assert len(tokens) == 3
    assert all(len(token) == 43 for token in tokens)


def test_a_new_address_revokes_the_one_before() -> None:
    sofia = handler()
    old = open_feed(by=sofia, at=MONDAY_MORNING)
    new = open_feed(by=sofia, at=MONDAY_MORNING)
    old.refresh_from_db()
    assert old.closed_at == MONDAY_MORNING
    assert CalendarFeed.objects.get(user=sofia, closed_at=None) == new


def test_the_address_of_somebody_else_stays() -> None:
    theirs = open_feed(by=handler(), at=MONDAY_MORNING)
    open_feed(by=handler(), at=MONDAY_MORNING)
    theirs.refresh_from_db()
    assert theirs.closed_at is None


def test_the_database_refuses_two_addresses_in_force() -> None:
    sofia = handler()
    open_feed(by=sofia, at=MONDAY_MORNING)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarFeed.objects.create(user=sofia, token="deux", opened_at=MONDAY_MORNING)
