from django.test import Client
from django.urls import reverse

from apps.assignments.models import Assignment
from tests.factories import assigned


def url(mission: Assignment) -> str:
    return reverse("extranet:accept", args=[mission.pk])


def test_a_mission_is_accepted_and_the_handler_told(client: Client, db: None) -> None:
    mission = assigned()
    member = mission.partner.members.get()
    client.force_login(member)
    page = client.post(url(mission), follow=True).content.decode()
    mission.refresh_from_db()
    assert (mission.state, mission.answered_by) == (Assignment.State.ACCEPTED, member)
    assert f"Vous avez accepté la mission {mission.reference}." in page
    assert mission.incident.letters.filter(kind="assignment_accepted").exists()


def test_accepting_twice_changes_nothing(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(mission.partner.members.get())
    client.post(url(mission))
    assert client.post(url(mission), follow=True).status_code == 200
    assert mission.incident.letters.filter(kind="assignment_accepted").count() == 1


def test_accepting_is_never_a_link(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(mission.partner.members.get())
    assert client.get(url(mission)).status_code == 405
