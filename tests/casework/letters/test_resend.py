import pytest

from apps.casework.letters.resend import resend
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import MONDAY_MORNING, declared_incident, handler

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    return Letter.objects.select_related("incident").get(incident=declared_incident())


@pytest.mark.parametrize("status", [LetterStatus.FAILED, LetterStatus.UNCERTAIN])
def test_a_person_may_have_a_letter_leave_again_once(letter: Letter, status: LetterStatus) -> None:
    Letter.objects.update(status=status, error="refused-550", attempts=3)
    assert resend(letter, by=handler(), at=MONDAY_MORNING)
    assert not resend(letter, by=handler(), at=MONDAY_MORNING)
    letter.refresh_from_db()
    assert (letter.status, letter.attempts, letter.error) == (LetterStatus.QUEUED, 0, "")
    assert letter.incident.events.filter(kind=Kind.LETTER_RESENT).count() == 1


@pytest.mark.parametrize(
    ("status", "moments"),
    [
        (LetterStatus.SENT, {"sent_at": MONDAY_MORNING}),
        (LetterStatus.ON_WIRE, {"on_wire_at": MONDAY_MORNING}),
        (LetterStatus.QUEUED, {}),
    ],
)
def test_a_letter_that_left_or_is_leaving_is_not_sent_again(
    letter: Letter, status: LetterStatus, moments: dict
) -> None:
    Letter.objects.update(status=status, **moments)
    assert not resend(letter, by=handler(), at=MONDAY_MORNING)
    assert not letter.incident.events.filter(kind=Kind.LETTER_RESENT).exists()
