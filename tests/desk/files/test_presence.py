from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from tests.factories import MONDAY_MORNING, declared_incident, handler, taken_incident


@pytest.fixture
def karim(db: None) -> Client:
    client = Client()
    client.force_login(handler(name="Karim Lefèvre"))
    return client


def beat(client: Client, reference: str) -> str:
    return client.get(reverse("desk:presence", args=[reference])).content.decode()


def test_who_has_a_file_open_is_named_on_its_page_and_in_the_list(
    desk: Client, karim: Client
) -> None:
    incident, other = declared_incident(), declared_incident()
    karim.get(reverse("desk:incident", args=[incident.reference]))
    assert "Consulté en ce moment par Karim Lefèvre." in beat(desk, incident.reference)
    assert "Karim" not in beat(desk, other.reference)
    pks = {"dossier": [incident.pk, other.pk]}
    listed = desk.get(reverse("desk:queue_presence"), pks).content.decode()
    assert listed.count("Consulté par Karim Lefèvre") == 1
    assert f'id="presence-{other.pk}"' in listed


def test_one_is_not_told_of_oneself(desk: Client) -> None:
    incident = declared_incident()
    beat(desk, incident.reference)
    assert "Consulté" not in beat(desk, incident.reference)


def test_who_has_left_is_forgotten_after_45_seconds(desk: Client, karim: Client) -> None:
    incident = declared_incident()
    beat(karim, incident.reference)
    with time_machine.travel(MONDAY_MORNING + timedelta(seconds=44), tick=False):
        assert "Karim" in beat(desk, incident.reference)
    with time_machine.travel(MONDAY_MORNING + timedelta(seconds=46), tick=False):
        assert "Karim" not in beat(desk, incident.reference)


@pytest.mark.parametrize("server", ["redis://127.0.0.1:6379/9", "redis://127.0.0.1:1/0"])
def test_it_works_with_redis_and_pages_go_on_without_it(
    desk: Client, karim: Client, settings, server: str, socket_enabled
) -> None:
    backend = "django.core.cache.backends.redis.RedisCache"
    presence = {"BACKEND": backend, "LOCATION": server, "KEY_PREFIX": "vigie-test"}
    settings.CACHES = {**settings.CACHES, "presence": presence}
    incident = declared_incident()
    beat(karim, incident.reference)
    response = desk.get(reverse("desk:incident", args=[incident.reference]))
    assert response.status_code == 200
    assert ("Karim" in response.content.decode()) is server.endswith("/9")


def test_in_the_list_who_comes_second_is_told_in_the_row(desk: Client, sofia: User) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    url = reverse("desk:take", args=[incident.reference])
    answer = desk.post(url, headers={"HX-Request": "true"})
    assert "Ce dossier vient d’être pris par Karim Lefèvre (09:30)." in answer.content.decode()
    free = declared_incident()
    url = reverse("desk:take", args=[free.reference])
    answer = desk.post(url, headers={"HX-Request": "true"})
    assert "Vous suivez ce dossier." in answer.content.decode()
    free.refresh_from_db()
    assert free.handler == sofia
