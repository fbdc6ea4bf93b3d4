from datetime import UTC, datetime, time

import pytest

from apps.accounts.models import NotificationPreferences, User
from apps.mailbox.models import LetterStatus
from apps.mailbox.wishes import fate
from tests.factories import PractitionerFactory, handler

pytestmark = pytest.mark.django_db


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


MORNING, NIGHT = utc("2026-11-23T09:00"), utc("2026-11-23T22:00")


@pytest.fixture
def doctor() -> User:
    return PractitionerFactory().user


def choose(user: User, **fields: object) -> None:
    NotificationPreferences.objects.create(user=user, **fields)


@pytest.mark.parametrize(
    ("wished", "leaves"),
    [
        ("2026-11-23T09:00", "2026-11-23T09:00"),
        ("2026-11-23T18:59", "2026-11-23T18:59"),
        ("2026-11-23T19:00", "2026-11-24T07:00"),  # 20:00 in Paris
        ("2026-11-24T05:00", "2026-11-24T07:00"),
        ("2026-11-27T20:00", "2026-11-30T07:00"),  # Friday night: Monday
        ("2026-11-29T09:00", "2026-11-30T07:00"),  # Sunday
        ("2027-03-27T20:00", "2027-03-29T06:00"),  # the night when 2:00 becomes 3:00
        ("2026-10-24T20:00", "2026-10-26T07:00"),  # the night when 3:00 becomes 2:00
    ],
)
def test_nights_and_week_ends_are_quiet_by_default(doctor: User, wished: str, leaves: str) -> None:
    said = fate("inaction_notice", to=doctor, at=utc(wished), data={})
    assert said == (LetterStatus.QUEUED, utc(leaves))


@pytest.mark.parametrize(
    ("wished", "leaves"),
    [
        ("2027-03-28T04:59", "2027-03-28T05:00"),  # 7:00 in Paris, on the day of the change
        ("2027-03-28T05:30", "2027-03-28T05:30"),
        ("2026-10-25T05:30", "2026-10-25T06:00"),
    ],
)
def test_hours_are_those_of_the_clock_on_the_day_it_changes(
    doctor: User, wished: str, leaves: str
) -> None:
    choose(doctor, quiet_until=time(7), quiet_weekends=False)
    assert fate("inaction_notice", to=doctor, at=utc(wished), data={})[1] == utc(leaves)


@pytest.mark.parametrize(
    ("act_by", "leaves"),
    [("2026-11-26", NIGHT), ("2026-11-27", utc("2026-11-24T07:00"))],
)
def test_a_date_three_days_away_wakes_whoever_sleeps(
    doctor: User, act_by: str, leaves: datetime
) -> None:
    said = fate("inaction_notice", to=doctor, at=NIGHT, data={"act_by": act_by})
    assert said == (LetterStatus.QUEUED, leaves)


def test_what_is_optional_may_be_switched_off(doctor: User) -> None:
    choose(doctor, unwanted=["incident_taken", "inaction_notice"])
    assert fate("incident_taken", to=doctor, at=MORNING, data={})[0] == LetterStatus.UNWANTED
    assert fate("review_qualified", to=doctor, at=MORNING, data={})[0] == LetterStatus.QUEUED


@pytest.mark.parametrize("kind", ["inaction_notice", "incident_closed", "essai"])
def test_what_the_law_or_an_answer_asks_for_is_always_sent(doctor: User, kind: str) -> None:
    """So is a kind whose row says nothing of it, such as the trial letter."""
    choose(doctor, frequency="weekly", unwanted=[kind])
    assert fate(kind, to=doctor, at=MORNING, data={}) == (LetterStatus.QUEUED, MORNING)


@pytest.mark.parametrize(
    ("frequency", "wished", "hour"),
    [
        ("daily", "2026-11-23T09:00", "2026-11-24T07:00"),
        ("daily", "2026-11-27T09:00", "2026-11-30T07:00"),
        ("daily", "2026-11-24T06:00", "2026-11-24T07:00"),
        ("weekly", "2026-11-23T06:00", "2026-11-23T07:00"),
        ("weekly", "2026-11-23T07:00", "2026-11-30T07:00"),
        ("weekly", "2027-03-26T09:00", "2027-03-29T06:00"),  # the clocks change in between
    ],
)
def test_what_can_wait_is_held_until_the_next_digest(
    doctor: User, frequency: str, wished: str, hour: str
) -> None:
    choose(doctor, frequency=frequency)
    said = fate("new_message", to=doctor, at=utc(wished), data={})
    assert said == (LetterStatus.HELD, utc(hour))


def test_an_acknowledgement_leaves_at_once(doctor: User) -> None:
    choose(doctor, frequency="weekly")
    assert fate("incident_declared", to=doctor, at=NIGHT, data={}) == (LetterStatus.QUEUED, NIGHT)


def test_those_who_work_on_files_get_their_letters_as_the_verbs_say() -> None:
    assert fate("new_message", to=handler(), at=NIGHT, data={}) == (LetterStatus.QUEUED, NIGHT)
