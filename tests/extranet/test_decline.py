from django.test import Client
from django.urls import reverse

from apps.assignments.models import Assignment
from apps.casework.missions.accept import accept
from tests.factories import MONDAY_MORNING, assigned


def url(mission: Assignment) -> str:
    return reverse("extranet:decline", args=[mission.pk])


def test_a_mission_is_declined_with_a_reason(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(mission.partner.members.get())
    page = client.post(url(mission), {"reason": "Conflit d’intérêts."}, follow=True)
    mission.refresh_from_db()
    assert mission.state == Assignment.State.DECLINED
    assert mission.decline_reason == "Conflit d’intérêts."
    assert f"Vous avez refusé la mission {mission.reference}." in page.content.decode()
    assert client.get(url(mission)).status_code == 404


def test_a_reason_is_required(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(mission.partner.members.get())
    page = client.post(url(mission), {"reason": " "}).content.decode()
    assert page.count("Dites en quelques mots pourquoi vous refusez.") == 2
    mission.refresh_from_db()
    assert mission.is_proposed


def test_what_was_accepted_is_not_declined_and_the_reason_is_kept(client: Client, db: None) -> None:
    mission = assigned()
    member = mission.partner.members.get()
    accept(mission, by=member, at=MONDAY_MORNING)
    client.force_login(member)
    page = client.post(url(mission), {"reason": "Finalement non."}).content.decode()
    assert "Cette mission est déjà acceptée." in page
    assert "Finalement non." in page
