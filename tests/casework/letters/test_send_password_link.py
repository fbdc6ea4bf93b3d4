from datetime import UTC, datetime, timedelta

import pytest

from apps.accounts.models import User
from apps.casework.letters.send_password_link import send_password_link
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import MONDAY_MORNING, PractitionerFactory

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)


@pytest.fixture
def surgeon() -> User:
    return PractitionerFactory().user


def test_it_leaves_at_any_hour(surgeon: User) -> None:
    send_password_link(surgeon, at=NIGHT)
    letter = Letter.objects.get()
    assert (letter.recipient, letter.not_before, letter.status) == (
        surgeon,
        NIGHT,
        LetterStatus.QUEUED,
    )


def test_while_it_waits_one_is_enough(surgeon: User) -> None:
    for hours in range(3):
        send_password_link(surgeon, at=MONDAY_MORNING + timedelta(hours=hours))
    assert Letter.objects.count() == 1


def test_once_it_has_left_another_may_be_asked_for_a_minute_later(surgeon: User) -> None:
    for seconds, letters in ((0, 1), (20, 1), (60, 2)):
        send_password_link(surgeon, at=MONDAY_MORNING + timedelta(seconds=seconds))
        Letter.objects.update(status=LetterStatus.SENT, sent_at=MONDAY_MORNING)
        assert Letter.objects.count() == letters
