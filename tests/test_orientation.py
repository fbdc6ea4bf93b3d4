"""What a label is worth stands on every page and document that shows one (QUAL-07)."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from apps.casework.missions.compile import compile
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.tasks import render_dossiers
from apps.directory.models import Partner
from apps.incidents.models import Incident, Qualification
from apps.legal.taxonomy import ORIENTATION, Label
from tests.addresses import every_url
from tests.dossiers.reading import text_of
from tests.factories import MONDAY_MORNING, assigned, supervisor
from tests.suite.worlds import in_world

from .worlds import on_monday_morning

SHOWN = (Label.DIFF_PUB.label, "nous pensons à une diffamation")
SAYS = ORIENTATION.rstrip(".").removeprefix("Orientation")
NEAR_THE_END = MONDAY_MORNING + timedelta(days=50)  # its deadline stands on the board
OF_A_FILE = {"reference", "number"}
SHOW_IT = {
    "desk:incident",
    "desk:file_readings",
    "desk:file_history",
    "desk:qualify",
    "desk:prescription",
    "desk:prescription_csv",
    "portal:incident",
}


@on_monday_morning
def file_entrusted_to_a_lawyer() -> Incident:
    """It is read, and the lawyer's dossier is made."""
    mission = assigned(Partner.Kind.LAWYER)
    compile(mission, by=mission.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    ask_second_reading(
        Qualification.objects.get(), is_blind=False, by=supervisor(), at=MONDAY_MORNING
    )
    return mission.incident


pytestmark = [pytest.mark.django_db, in_world(file_entrusted_to_a_lawyer)]


@pytest.fixture
def incident(world: Incident, time_machine: TimeMachineFixture) -> Incident:
    time_machine.move_to(NEAR_THE_END)
    return world


def pages(namespace: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Every page of an audience that needs nothing but a file and a content."""
    for name, asked in every_url():
        if name.startswith(f"{namespace}:") and asked <= OF_A_FILE:
            yield name, asked


def words(response: HttpResponse) -> str:
    """What is read, without the closed lists that a form offers."""
    body = b"".join(response) if response.streaming else response.content
    if "html" not in response["Content-Type"] and "csv" not in response["Content-Type"]:
        return ""
    return re.sub(r"<option.*?</option>", "", body.decode(), flags=re.DOTALL)


def test_every_page_that_shows_a_label_says_what_it_is_worth(
    client: Client, incident: Incident
) -> None:
    people = {"desk": incident.handler, "portal": incident.practitioner.user}
    showing = set()
    for namespace, person in people.items():
        client.force_login(person)
        for name, asked in pages(namespace):
            given = {"reference": incident.reference, "number": 1}
            url = reverse(name, kwargs={key: given[key] for key in asked})
            response = client.get(url, {"vue": "45-jours"} if "prescription" in name else {})
            if response.status_code != 200:
                continue
            said = words(response)
            if any(label in said for label in SHOWN):
                showing.add(name)
                assert SAYS in said, name
    assert showing >= SHOW_IT


def test_the_queue_narrowed_by_a_label_says_what_it_is_worth(
    client: Client, incident: Incident
) -> None:
    client.force_login(incident.handler)
    said = words(client.get(reverse("desk:queue"), {"qualification": Label.DIFF_PUB.value}))
    assert Label.DIFF_PUB.label in said
    assert SAYS in said


def test_the_second_reader_reads_what_a_label_is_worth(client: Client, incident: Incident) -> None:
    client.force_login(supervisor())
    first = Qualification.objects.get()
    page = reverse("desk:second_reading", args=[incident.reference, 1, first.pk])
    said = words(client.get(page))
    assert first.legal.label in said
    assert SAYS in said


def test_the_dossier_of_the_lawyer_says_it_beside_the_passages(incident: Incident) -> None:
    with incident.dossiers.get().file.open() as file:
        said = text_of(file.read())
    assert Label.DIFF_PUB.label in said
    assert said.count(ORIENTATION) >= 2
