from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from tests.factories import declared_incident, handler, taken_incident


def test_a_file_is_taken_in_one_step(desk: Client, sofia: User) -> None:
    incident = declared_incident()
    response = desk.post(reverse("desk:take", args=[incident.reference]), follow=True)
    incident.refresh_from_db()
    assert incident.handler == sofia
    assert f"Vous suivez maintenant le dossier {incident.reference}." in response.content.decode()


def test_who_comes_second_is_told_who_took_the_file(desk: Client) -> None:
    karim = handler(name="Karim Lefèvre")
    incident = taken_incident(karim)
    response = desk.post(reverse("desk:take", args=[incident.reference]), follow=True)
    incident.refresh_from_db()
    assert incident.handler == karim
    assert "Ce dossier vient d’être pris par Karim Lefèvre (09:30)." in response.content.decode()


def test_taking_changes_things_so_it_is_never_a_link(desk: Client) -> None:
    incident = declared_incident()
    assert desk.get(reverse("desk:take", args=[incident.reference])).status_code == 405


def test_an_unknown_file_is_not_found(desk: Client) -> None:
    assert desk.post(reverse("desk:take", args=["ER-2026-999999"])).status_code == 404
