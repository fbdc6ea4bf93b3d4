from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.remedies.models import OnlineCheck
from tests.factories import taken_incident


def url(incident: Incident) -> str:
    return reverse("desk:record_online_check", args=[incident.reference, 1])


def test_the_handler_notes_what_they_see(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), {"presence": "changed", "note": "La note est passée à 3."})
    page = desk.get(reverse("desk:file_steps", args=[incident.reference])).content.decode()
    assert "La note est passée à 3." in page
    assert OnlineCheck.objects.get().answered_by == sofia


def test_saying_nothing_is_refused(desk: Client, sofia: User) -> None:
    page = desk.post(url(taken_incident(sofia)), {"note": ""}).content.decode()
    assert "Choisissez ce que vous avez constaté." in page


def test_a_colleague_s_file_is_left_alone(desk: Client) -> None:
    desk.post(url(taken_incident()), {"presence": "online"})
    assert not OnlineCheck.objects.exists()
