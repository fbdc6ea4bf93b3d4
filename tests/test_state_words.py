"""Wherever the date of a term stands, its state stands beside it in words.

A file of which every page has something to show bears an act that nobody has checked: its date is
in doubt. Each page, list, export and feed of each audience that shows the date says so; and none
says anything of it to a bailiff.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponseBase
from django.urls import reverse

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.deadlines.record_act import Subject
from apps.casework.missions.accept import accept
from apps.casework.missions.compile import compile
from apps.casework.tasks import render_dossiers
from apps.desk.deadlines.board import TABS
from apps.desk.queue.shelves import SHELVES
from apps.directory.models import Partner
from apps.incidents.models import Incident
from tests.dossiers.reading import text_of
from tests.suite.worlds import in_world

from .addresses import addresses
from .factories import MONDAY_MORNING, acted, assigned
from .test_canary import signed_in
from .worlds import busy_mission

DATES = ("01/02/2027", "2027-02-01", "1er février 2027", "20270201")  # to act by
STATE = "acte à vérifier"
# What was said, or printed, on its day stays as it was.
OF_THEIR_DAY = {"desk:file_history", "files:dossier", "files:receipt"}
three_weeks_before = time_machine.travel(MONDAY_MORNING + timedelta(days=50), tick=False)


@dataclass(frozen=True)
class World:
    bailiff: Assignment
    lawyer: Assignment
    addresses: dict[str, str]

    @property
    def incident(self) -> Incident:
        return self.bailiff.incident


@three_weeks_before
def world_in_doubt() -> World:
    at = MONDAY_MORNING + timedelta(days=50)
    bailiff = busy_mission()
    found = addresses(bailiff)
    incident = bailiff.incident
    lawyer = assigned(Partner.Kind.LAWYER, incident=incident)
    accept(lawyer, by=lawyer.partner.members.get(), at=at)
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    acted(subjects[0].review, subjects=subjects, by=incident.handler, at=at)
    for mission in (bailiff, lawyer):
        compile(mission, by=incident.handler, at=at)
    render_dossiers()
    return World(bailiff, lawyer, found)


pytestmark = in_world(world_in_doubt)


@pytest.fixture
def file(db: None, world: World) -> Iterator[World]:
    with three_weeks_before:
        yield world


def lists() -> dict[str, str]:
    """The lists in all their states."""
    found = {f"shelf {name}": f"{reverse('desk:queue')}?vue={name}" for name in SHELVES}
    for name in TABS:
        found[f"tab {name}"] = f"{reverse('desk:prescription')}?vue={name}"
        found[f"export {name}"] = f"{reverse('desk:prescription_csv')}?vue={name}"
    return found


def read(user: User, address: str) -> str:
    """What this person reads there: of a PDF its words."""
    response = signed_in(user).get(address)
    content = body(response)
    text = text_of(content) if content.startswith(b"%PDF") else content.decode(errors="ignore")
    return " ".join(text.replace("&nbsp;", " ").replace("\r\n ", "").split())


def body(response: HttpResponseBase) -> bytes:
    if response.status_code != 200:
        return b""
    return b"".join(response) if response.streaming else response.content


def shown(user: User, found: dict[str, str]) -> dict[str, str]:
    """The pages that show the date to this person, by their names."""
    pages = {name: read(user, address) for name, address in found.items()}
    return {name: page for name, page in pages.items() if any(date in page for date in DATES)}


def silent(pages: dict[str, str]) -> set[str]:
    return {name for name, page in pages.items() if STATE not in page.lower()} - OF_THEIR_DAY


def test_the_insurer_reads_it_wherever_the_date_is(file: World) -> None:
    found = {
        name: address
        for name, address in file.addresses.items()
        if name.startswith(("desk:", "api:", "files:", "calendar_feed"))
    }
    found["preview"] = f"{reverse('desk:queue')}?vue=miens&ouvrir={file.incident.reference}"
    pages = shown(file.incident.handler, found | lists())
    expected = {"desk:queue", "desk:queue_csv", "desk:file_deadlines", "desk:my_day", "preview"}
    assert {*expected, "api:incident-detail", "calendar_feed", "tab 21-jours"} <= pages.keys()
    assert not silent(pages)


def test_the_practitioner_reads_it_wherever_the_date_is(file: World) -> None:
    found = {
        name: address for name, address in file.addresses.items() if name.startswith("portal:")
    }
    pages = shown(file.incident.practitioner.user, found)
    assert {"portal:incident", "portal:incidents", "portal:confirmation"} <= pages.keys()
    assert not silent(pages)


def test_the_lawyer_reads_it_on_the_sheet_and_in_the_dossier(file: World) -> None:
    lawyer = file.lawyer.partner.members.get()
    pages = shown(lawyer, of_the_mission(file.lawyer))
    assert pages.keys() == {"sheet", "dossier"}
    assert not silent(pages)


def test_a_bailiff_reads_the_date_and_nothing_of_the_act(file: World) -> None:
    bailiff = file.bailiff.partner.members.get()
    pages = shown(bailiff, of_the_mission(file.bailiff))
    assert pages.keys() == {"sheet", "dossier"}
    for page in pages.values():
        assert STATE not in page.lower()
        assert "ssignation" not in page


def of_the_mission(mission: Assignment) -> dict[str, str]:
    dossier = mission.partner.dossiers.latest("version")
    return {
        "sheet": reverse("extranet:assignment", args=[mission.pk]),
        "dossier": reverse("files:dossier", args=[dossier.pk]),
    }
