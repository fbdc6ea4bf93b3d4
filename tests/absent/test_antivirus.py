"""The antivirus is away: files are received as usual, say that they wait, and reach no partner."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.tasks import scan_exhibits
from apps.exhibits.models import Exhibit, Scan
from tests.factories import assigned, png, qualified_incident, taken_incident

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_antivirus(settings) -> None:
    settings.CLAMD_URL = "tcp://127.0.0.1:1"


def test_an_exhibit_is_received_and_both_sides_see_that_it_waits(client: Client) -> None:
    incident = taken_incident()
    client.force_login(incident.practitioner.user)
    page = reverse("portal:exhibits", args=[incident.reference])
    sent = client.post(page, {"kind": "capture", "files": [png()]}, follow=True)
    assert "Vos fichiers sont ajoutés au dossier." in sent.text
    scan_exhibits()
    assert Exhibit.objects.get().scan == Scan.PENDING
    assert "Analyse antivirus…" in client.get(page).text
    client.force_login(incident.handler)
    listed = client.get(reverse("desk:file_exhibits", args=[incident.reference]))
    assert "Antivirus\u00a0: analyse en attente" in listed.text


def test_a_partner_gets_no_exhibit_that_nobody_has_read(client: Client, settings) -> None:
    settings.CLAMD_URL = ""
    mission = assigned("technical", incident=qualified_incident(exhibits=1))
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    exhibit = mission.exhibits.get()
    client.force_login(mission.partner.members.get())
    scan_exhibits()
    assert client.get(reverse("files:exhibit", args=[exhibit.pk])).status_code == 404


def test_what_holds_a_virus_is_told_to_its_handler_without_a_link(client: Client) -> None:
    incident = qualified_incident(exhibits=1)
    Exhibit.objects.update(scan=Scan.INFECTED)
    client.force_login(incident.handler)
    listed = client.get(reverse("desk:file_exhibits", args=[incident.reference])).text
    assert "Antivirus\u00a0: virus trouvé" in listed
    assert reverse("files:exhibit", args=[incident.exhibits.get().pk]) not in listed
