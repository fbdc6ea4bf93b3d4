from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.directory.models import Partner
from apps.dossiers.models import Dossier
from tests.factories import assigned, qualified_incident


def url(mission: Assignment, reference: str = "") -> str:
    return reverse("desk:compile", args=[reference or mission.incident.reference, mission.pk])


def test_a_dossier_is_frozen_and_its_pdf_awaited(desk: Client, sofia: User) -> None:
    mission = assigned(incident=qualified_incident(sofia))
    page = desk.post(url(mission), follow=True).content.decode()
    assert Dossier.objects.get().partner == mission.partner
    assert "Dossier PDF version 1 en préparation" in page


def test_a_technical_provider_has_no_dossier(desk: Client, sofia: User) -> None:
    mission = assigned(Partner.Kind.TECHNICAL, incident=qualified_incident(sofia))
    page = desk.post(url(mission), follow=True).content.decode()
    assert "Le prestataire technique travaille sur sa mission, sans dossier." in page
    assert not Dossier.objects.exists()


def test_a_colleagues_file_is_not_compiled(desk: Client) -> None:
    mission = assigned()
    assert "Ce dossier est suivi par" in desk.post(url(mission), follow=True).content.decode()
    assert not Dossier.objects.exists()


def test_the_mission_of_another_file_is_not_found(desk: Client, sofia: User) -> None:
    mission, other = assigned(), qualified_incident(sofia)
    assert desk.post(url(mission, other.reference)).status_code == 404


def test_compiling_is_never_a_link(desk: Client, sofia: User) -> None:
    assert desk.get(url(assigned(incident=qualified_incident(sofia)))).status_code == 405
