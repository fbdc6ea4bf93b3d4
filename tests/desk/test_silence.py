from datetime import timedelta

import time_machine
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.write_message import write_message
from apps.casework.write_note import write_note
from apps.incidents.models import Incident
from tests.factories import MONDAY_MORNING, closed_incident, taken_incident


def page_after(desk: Client, incident: Incident, days: int) -> str:
    with time_machine.travel(MONDAY_MORNING + timedelta(days=days), tick=False):
        desk.force_login(incident.handler)  # a session lasts half a day
        return desk.get(reverse("desk:incident", args=[incident.reference])).content.decode()


def test_after_two_weeks_without_news_a_text_is_ready_and_not_sent(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    assert "Silence depuis" not in page_after(desk, incident, 14)
    page = page_after(desk, incident, 15)
    assert "Silence depuis 15\u00a0jours" in page
    assert "vous n’avez pas eu de nouvelles" in page
    assert not incident.messages.exists()


def test_what_the_practitioner_does_not_see_breaks_no_silence(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    write_note(incident, body="À relancer.", by=sofia, at=MONDAY_MORNING + timedelta(days=10))
    assert "Silence depuis" in page_after(desk, incident, 15)
    write_message(incident, body="Bonjour.", by=sofia, at=MONDAY_MORNING + timedelta(days=10))
    assert "Silence depuis" not in page_after(desk, incident, 15)


def test_a_file_that_is_over_is_silent_by_nature(desk: Client) -> None:
    assert "Silence depuis" not in page_after(desk, closed_incident(), 40)
