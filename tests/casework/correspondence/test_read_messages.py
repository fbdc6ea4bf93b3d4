from datetime import timedelta

import pytest

from apps.casework.correspondence.read_messages import read_messages
from apps.casework.correspondence.write_message import write_message
from tests.factories import MONDAY_MORNING, handler, taken_incident

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(hours=1)


def test_each_side_reads_what_the_other_wrote() -> None:
    incident = taken_incident()
    practitioner = incident.practitioner.user
    ours = write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    theirs = write_message(incident, body="Merci.", by=practitioner, at=MONDAY_MORNING)
    assert read_messages(incident, by=practitioner, at=LATER) == 1
    ours.refresh_from_db()
    theirs.refresh_from_db()
    assert (ours.read_at, theirs.read_at) == (LATER, None)
    assert read_messages(incident, by=incident.handler, at=LATER) == 1
    theirs.refresh_from_db()
    assert theirs.read_at == LATER


def test_a_colleague_of_the_handler_is_not_the_other_side() -> None:
    incident = taken_incident()
    write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    assert read_messages(incident, by=handler(), at=LATER) == 0


def test_the_first_reading_is_the_one_that_is_kept() -> None:
    incident = taken_incident()
    message = write_message(incident, body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    for hours in (1, 2):
        at = MONDAY_MORNING + timedelta(hours=hours)
        read_messages(incident, by=incident.practitioner.user, at=at)
    message.refresh_from_db()
    assert message.read_at == LATER
