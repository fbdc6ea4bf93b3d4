from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.remedies.models import PlatformReport
from tests.factories import closed_incident, taken_incident

YESTERDAY = {"reported_on_0": "22", "reported_on_1": "11", "reported_on_2": "2026"}


def page_of(incident: Incident) -> str:
    return reverse("portal:report_to_platform", args=[incident.reference, 1])


def test_without_a_proof_the_page_warns_first_and_asks_why(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(practitioner=surgeon)
    assert "La preuve d’abord" in phone.get(page_of(incident)).text
    page = phone.post(page_of(incident), YESTERDAY).text
    assert "Ajoutez d’abord une capture" in page
    assert not PlatformReport.objects.exists()
    phone.post(page_of(incident), YESTERDAY | {"reason_without_proof": "Menaces, urgence."})
    assert PlatformReport.objects.get().reason_without_proof == "Menaces, urgence."


def test_with_a_proof_the_day_is_enough(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon, exhibits=1)
    page = phone.get(page_of(incident)).text
    assert "La preuve d’abord" not in page
    phone.post(page_of(incident), YESTERDAY | {"reference": "G-12"})
    page = phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert "référence G-12" in page


def test_a_day_to_come_is_refused(phone: Client, surgeon: Practitioner) -> None:
    incident = taken_incident(practitioner=surgeon, exhibits=1)
    page = phone.post(page_of(incident), YESTERDAY | {"reported_on_0": "25"}).text
    assert "Ce jour est à venir." in page


def test_what_was_reported_before_the_declaration_shows_too(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = taken_incident(practitioner=surgeon, already_reported=True)
    page = phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert "Signalé à la plateforme avant la déclaration" in page


def test_nothing_is_reported_on_a_file_that_is_over(phone: Client, surgeon: Practitioner) -> None:
    incident = closed_incident(practitioner=surgeon, exhibits=1)
    assert "Noter ce signalement" not in phone.get(page_of(incident)).text
    assert "rien n’y change plus" in phone.post(page_of(incident), YESTERDAY).text
