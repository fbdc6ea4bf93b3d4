from datetime import date, timedelta

import pytest

from apps.casework.correspondence.write_message import write_message
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.remind import remind
from apps.casework.files.snooze import snooze
from apps.casework.files.wake_files import wake_files
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.legal.windows import Window
from tests.factories import MONDAY_MORNING, taken_incident

from .test_snooze import WEDNESDAY

pytestmark = pytest.mark.django_db


def test_files_wake_on_their_day_and_not_before() -> None:
    incident = taken_incident()
    snooze(incident, until=WEDNESDAY, by=incident.handler, at=MONDAY_MORNING)
    assert wake_files(at=MONDAY_MORNING + timedelta(days=1)) == 0
    assert wake_files(at=MONDAY_MORNING + timedelta(days=2)) == 1
    assert wake_files(at=MONDAY_MORNING + timedelta(days=2)) == 0


def test_a_file_wakes_when_the_answer_that_it_waits_for_has_come() -> None:
    incident = taken_incident()
    awaited = WaitingOn.PRACTITIONER
    snooze(incident, until=WEDNESDAY, awaited=awaited, by=incident.handler, at=MONDAY_MORNING)
    assert wake_files(at=MONDAY_MORNING) == 0
    write_message(incident, body="…", by=incident.practitioner.user, at=MONDAY_MORNING)
    assert wake_files(at=MONDAY_MORNING) == 1


def test_a_date_corrected_meanwhile_wakes_the_file_at_its_next_rung() -> None:
    incident = taken_incident()
    snooze(incident, until=WEDNESDAY, by=incident.handler, at=MONDAY_MORNING)
    later = MONDAY_MORNING + timedelta(hours=1)
    change_publication(
        incident.reviews.get().publications.get(),
        window=Window.on_day(date(2026, 8, 31)),
        reason="Capture relue.",
        by=incident.handler,
        at=later,
    )
    remind(at=later)
    assert wake_files(at=later) == 1
    incident.refresh_from_db()
    assert incident.snoozed_until is None


def test_among_some_files_the_others_sleep_on() -> None:
    woken, asleep = taken_incident(), taken_incident()
    for incident in (woken, asleep):
        snooze(incident, until=WEDNESDAY, by=incident.handler, at=MONDAY_MORNING)
    wednesday = MONDAY_MORNING + timedelta(days=2)
    assert wake_files(at=wednesday, among=Incident.objects.filter(pk=woken.pk)) == 1
    asleep.refresh_from_db()
    assert asleep.snoozed_until == WEDNESDAY
