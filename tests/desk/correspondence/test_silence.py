from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.readings.report_to_platform import report_to_platform
from apps.directory.models import Partner
from apps.incidents.models import Incident
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    assigned,
    closed_incident,
    handler,
    requested_information,
    taken_incident,
)


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


def draft_after(desk: Client, incident: Incident, days: int) -> str:
    """What the composer holds when the draft is taken up."""
    with time_machine.travel(MONDAY_MORNING + timedelta(days=days), tick=False):
        desk.force_login(incident.handler)
        where = reverse("desk:write_message", args=[incident.reference])
        return desk.get(where, {"silence": "oui"}).context["form"]["body"].value()


def test_the_draft_is_taken_up_in_a_message_and_nothing_leaves(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    where = reverse("desk:write_message", args=[incident.reference])
    assert f"{where}?silence=oui" in page_after(desk, incident, 15)
    assert draft_after(desk, incident, 15).startswith("Bonjour, depuis 15\u00a0jours")
    assert not incident.messages.exists()


def test_without_a_silence_the_composer_is_empty(desk: Client, sofia: User) -> None:
    assert draft_after(desk, taken_incident(sofia), 3) == ""


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Partner.Kind.BAILIFF, "nous attendons la réponse du commissaire de justice depuis 16"),
        (Partner.Kind.LAWYER, "nous attendons la réponse de l’avocat depuis 16"),
        (Partner.Kind.TECHNICAL, "nous attendons la réponse du prestataire technique depuis 16"),
    ],
)
def test_the_draft_names_the_trade_that_is_awaited(
    desk: Client, kind: Partner.Kind, words: str
) -> None:
    assert words in draft_after(desk, assigned(kind).incident, 16)


def test_the_draft_names_the_platform_and_since_when(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    review = incident.reviews.get()
    review.platform = PlatformFactory(name="Facebook")
    review.save(update_fields=["platform"])
    report_to_platform(
        review,
        reported_on=MONDAY_MORNING.date(),
        reason_without_proof="Capture impossible.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    words = "nous attendons la réponse de Facebook depuis 20\u00a0jours"
    assert words in draft_after(desk, incident, 20)


def test_the_draft_says_that_the_practitioner_is_awaited(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    requested_information(incident)
    assert "nous attendons votre réponse depuis 15\u00a0jours" in draft_after(desk, incident, 15)


def test_silent_files_are_in_the_day_of_their_handler(desk: Client, sofia: User) -> None:
    def silences(days: int) -> list[str]:
        with time_machine.travel(MONDAY_MORNING + timedelta(days=days), tick=False):
            desk.force_login(sofia)
            groups = desk.get(reverse("desk:my_day")).context["day"].groups
        silent = [group for group in groups if group.label.startswith("Silences")]
        return [task.name for group in silent for task in group.tasks]

    incident = taken_incident(sofia)
    taken_incident(handler())
    assert silences(14) == []
    assert silences(15) == [incident.reference]
    write_note(incident, body="À relancer.", by=sofia, at=MONDAY_MORNING + timedelta(days=14))
    assert silences(15) == [incident.reference]
    write_message(incident, body="Bonjour.", by=sofia, at=MONDAY_MORNING + timedelta(days=15))
    assert silences(15) == []
