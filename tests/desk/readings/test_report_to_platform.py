from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.remedies.models import PlatformReport
from tests.factories import taken_incident

TODAY = {"reported_on_0": "23", "reported_on_1": "11", "reported_on_2": "2026"}


def url(incident: Incident) -> str:
    return reverse("desk:report_to_platform", args=[incident.reference, 1])


def test_without_a_proof_the_page_warns_and_asks_why(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    assert "La preuve d’abord" in desk.get(url(incident)).content.decode()
    page = desk.post(url(incident), TODAY).content.decode()
    assert "Dites pourquoi vous signalez avant d’avoir une preuve." in page
    desk.post(url(incident), TODAY | {"reason_without_proof": "Menaces."})
    assert PlatformReport.objects.get().reason_without_proof == "Menaces."


def test_a_report_shows_on_the_file_which_waits_for_the_platform(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, exhibits=1)
    desk.post(url(incident), TODAY | {"reference": "G-12"})
    page = desk.get(reverse("desk:file_steps", args=[incident.reference])).content.decode()
    assert "référence G-12" in page
    assert "En attente de : plateforme" in page


def test_a_day_to_come_is_refused(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, exhibits=1)
    page = desk.post(url(incident), TODAY | {"reported_on_0": "24"}).content.decode()
    assert "Ce jour est à venir." in page


def test_a_colleague_s_file_is_left_alone(desk: Client) -> None:
    desk.post(url(taken_incident(exhibits=1)), TODAY)
    assert not PlatformReport.objects.exists()
