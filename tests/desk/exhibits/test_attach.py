from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from tests.factories import png, taken_incident


def url(incident: Incident) -> str:
    return reverse("desk:attach", args=[incident.reference])


def test_an_exhibit_is_sealed_and_numbered_after_the_others(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, exhibits=1)
    desk.post(url(incident), {"kind": "bailiff_report", "upload": png(size=(9, 9))})
    exhibit = incident.exhibits.get(number=2)
    assert exhibit.kind == Exhibit.Kind.BAILIFF_REPORT
    assert exhibit.uploaded_by == sofia


def test_a_refused_file_is_said_beside_its_field(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    upload = SimpleUploadedFile("notes.txt", b"du texte", content_type="image/png")
    page = desk.post(url(incident), {"kind": "other", "upload": upload}).content.decode()
    assert page.count("Le format du fichier «\xa0notes.txt\xa0» n’est pas accepté.") == 2
    assert not Exhibit.objects.exists()


def test_no_file_and_no_kind_are_each_said(desk: Client, sofia: User) -> None:
    page = desk.post(url(taken_incident(sofia)), {"upload": ""}).content.decode()
    assert "Choisissez le fichier à ajouter." in page
    assert "Dites de quelle sorte de pièce il s’agit." in page


def test_nothing_is_added_to_a_colleagues_file(desk: Client) -> None:
    incident = taken_incident()
    desk.post(url(incident), {"kind": "other", "upload": png()})
    assert not Exhibit.objects.exists()
