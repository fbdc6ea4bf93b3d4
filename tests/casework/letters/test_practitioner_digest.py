from datetime import UTC, datetime, time, timedelta

import pytest

from apps.accounts.models import NotificationPreferences, User
from apps.casework.correspondence.write_message import write_message
from apps.casework.letters.choose_notifications import choose_notifications
from apps.casework.letters.practitioner_digest import practitioner_digest
from apps.incidents.models import Incident
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import MONDAY_MORNING, PractitionerFactory, declared_incident, taken_incident

pytestmark = pytest.mark.django_db
TUESDAY_EIGHT = datetime(2026, 11, 24, 7, tzinfo=UTC)
NEXT_MONDAY_EIGHT = datetime(2026, 11, 30, 7, tzinfo=UTC)
Frequency = NotificationPreferences.Frequency


def wants(user: User, frequency: str) -> None:
    choose_notifications(
        frequency=frequency,
        quiet_from=time(20),
        quiet_until=time(8),
        quiet_weekends=True,
        unwanted=[],
        by=user,
        at=MONDAY_MORNING,
    )


def file_of_someone_who_wants(frequency: str) -> Incident:
    practitioner = PractitionerFactory()
    wants(practitioner.user, frequency)
    incident = taken_incident(practitioner=practitioner)
    for number in range(2):
        write_message(incident, body=f"{number}", by=incident.handler, at=MONDAY_MORNING)
    return incident


@pytest.mark.parametrize(
    ("frequency", "hour"),
    [(Frequency.DAILY, TUESDAY_EIGHT), (Frequency.WEEKLY, NEXT_MONDAY_EIGHT)],
)
def test_what_was_held_is_gathered_in_one_letter_at_eight(frequency: str, hour: datetime) -> None:
    incident = file_of_someone_who_wants(frequency)
    user = incident.practitioner.user
    assert practitioner_digest(at=hour - timedelta(minutes=1)) == 0
    assert practitioner_digest(at=hour) == 1
    digest = Letter.objects.get(kind="practitioner_digest")
    assert digest.recipient == user
    assert digest.not_before == hour
    assert digest.data == {"files": [{"reference": incident.reference, "letters": 3}]}
    gathered = Letter.objects.filter(status=LetterStatus.MERGED)
    assert {letter.kind for letter in gathered} == {"incident_taken", "new_message"}
    assert {letter.digest for letter in gathered} == {digest}


def test_a_second_passage_finds_nothing() -> None:
    file_of_someone_who_wants(Frequency.DAILY)
    passages = [practitioner_digest(at=TUESDAY_EIGHT + timedelta(hours=hour)) for hour in range(3)]
    assert passages == [1, 0, 0]
    assert Letter.objects.filter(kind="practitioner_digest").count() == 1


def test_files_are_counted_apart_in_the_order_of_their_letters() -> None:
    incident = file_of_someone_who_wants(Frequency.DAILY)
    others = [taken_incident(practitioner=incident.practitioner) for _ in range(3)]
    practitioner_digest(at=TUESDAY_EIGHT)
    files = Letter.objects.get(kind="practitioner_digest").data["files"]
    assert files == [
        {"reference": incident.reference, "letters": 3},
        *({"reference": other.reference, "letters": 1} for other in others),
    ]


def test_a_receipt_is_never_held() -> None:
    practitioner = PractitionerFactory()
    wants(practitioner.user, Frequency.WEEKLY)
    night = datetime(2026, 11, 23, 22, tzinfo=UTC)
    incident = declared_incident(practitioner, at=night)
    letter = incident.letters.get(kind="incident_declared")
    assert (letter.status, letter.not_before) == (LetterStatus.QUEUED, night)


def test_nothing_held_nothing_said() -> None:
    taken_incident()
    assert practitioner_digest(at=NEXT_MONDAY_EIGHT) == 0
