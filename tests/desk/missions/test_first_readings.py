from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Role
from apps.assignments.models import Assignment
from apps.casework.missions.compile import compile
from apps.casework.tasks import render_dossiers
from tests.factories import MONDAY_MORNING, UserFactory, assigned


@pytest.fixture
def mission(db: None) -> Assignment:
    """A bailiff's, with its dossier ready."""
    assignment = assigned()
    compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    return assignment


def page(desk: Client, mission: Assignment) -> str:
    desk.force_login(mission.incident.handler)
    return desk.get(reverse("desk:file_missions", args=[mission.incident.reference])).text


def open_mission(mission: Assignment, *, hours: int, name: str) -> None:
    """A member of the partner opens the mission and takes its dossier."""
    member = UserFactory(role=Role.PARTNER, name=name)
    mission.partner.members.add(member)
    client = Client()
    with time_machine.travel(MONDAY_MORNING + timedelta(hours=hours), tick=False):
        client.force_login(member)
        client.get(reverse("extranet:assignment", args=[mission.pk]))
        dossier = mission.incident.dossiers.get()
        assert b"".join(client.get(reverse("files:dossier", args=[dossier.pk])))


def test_a_mission_nobody_has_opened_says_so(desk: Client, mission: Assignment) -> None:
    said = page(desk, mission)
    assert "Pas encore" in said
    assert "Version 1 pas encore téléchargée par le partenaire" in said


def test_the_first_reading_is_the_one_that_is_shown(desk: Client, mission: Assignment) -> None:
    open_mission(mission, hours=1, name="Me Premier")
    open_mission(mission, hours=2, name="Me Second")
    said = " ".join(page(desk, mission).split())
    assert "<dd> Le 23 novembre 2026 à 10 h 30, par Me Premier </dd>" in said
    assert "Version 1 téléchargée le 23 novembre 2026 à 10 h 30, par Me Premier" in said
    assert "Me Second" not in said


def test_a_colleague_who_downloads_the_dossier_is_no_partner(
    desk: Client, mission: Assignment
) -> None:
    page(desk, mission)
    dossier = mission.incident.dossiers.get()
    assert b"".join(desk.get(reverse("files:dossier", args=[dossier.pk])))
    assert "Version 1 pas encore téléchargée par le partenaire" in page(desk, mission)


def test_it_costs_the_same_however_often_they_came_back(desk: Client, mission: Assignment) -> None:
    open_mission(mission, hours=1, name="Me Premier")
    page(desk, mission)
    with CaptureQueriesContext(connection) as once:
        page(desk, mission)
    for hours in range(2, 6):
        open_mission(mission, hours=hours, name=f"Me {hours}")
    with CaptureQueriesContext(connection) as often:
        page(desk, mission)
    assert len(often) == len(once)
