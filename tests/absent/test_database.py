"""PostgreSQL is restarted, away, or says nothing: an error page at worst, and then a fine one."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from urllib.request import Request, urlopen

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from apps.correspondence.models import Note
from apps.incidents.models import Incident
from tests.browser.server import Server
from tests.factories import taken_incident

pytestmark = pytest.mark.django_db(transaction=True)
HEALTH = reverse("files:health")
PUBLIC = ("home", "account_login", "portal:start", "portal:reflex_card", "portal:explainers")


@contextmanager
def no_database(port: int = 1) -> Iterator[None]:
    """Where the database should be there is this port, which is closed; no file, for SQLite."""
    usual = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(
        {"NAME": "/nowhere/vigie"} if connection.vendor == "sqlite" else {"PORT": port}
    )
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(usual)


@pytest.fixture
def incident() -> Incident:
    return taken_incident()


@pytest.fixture
def desk(incident: Incident) -> Client:
    """The handler's browser; what breaks is a page there, as in life."""
    browser = Client(raise_request_exception=False)
    browser.force_login(incident.handler)
    return browser


def note_of(incident: Incident) -> str:
    return reverse("desk:write_note", args=[incident.reference])


def end_sessions() -> None:
    """What a restart does to those who were connected. SQLite has no server to restart."""
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert cursor.fetchone()[0] > 0, "the server keeps its connections"


def test_a_database_restarted_between_two_requests_is_not_noticed(
    desk: Client, incident: Incident
) -> None:
    server = Server()
    name = settings.SESSION_COOKIE_NAME
    headers = {"Cookie": f"{name}={desk.cookies[name].value}"}
    try:
        for restart in (False, True):
            if restart:
                end_sessions()
            for _ in range(12):  # each of the server's threads keeps a connection of its own
                with urlopen(Request(server.site + note_of(incident), headers=headers)) as page:
                    assert page.status == HTTPStatus.OK
                    assert incident.reference in page.read().decode()
    finally:
        server.kill()


def test_without_a_database_who_is_signed_in_reads_what_to_do(
    desk: Client, incident: Incident
) -> None:
    with no_database():
        for answer in (
            desk.get(reverse("home")),
            desk.get(note_of(incident)),
            desk.post(note_of(incident), {"body": "Vu."}),
        ):
            assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
            assert "Un incident est survenu de notre côté" in answer.text
            assert "appelez votre interlocuteur" in answer.text
            assert "css/base.css" in answer.text
        assert b"".join(desk.get("/static/css/base.css"))
    assert not Note.objects.exists()
    assert desk.post(note_of(incident), {"body": "Vu."}).status_code == HTTPStatus.FOUND


def test_without_a_database_what_is_open_to_everybody_stays_open() -> None:
    with no_database():
        for name in PUBLIC:
            assert Client().get(reverse(name)).status_code == HTTPStatus.OK, name


def test_health_is_asked_of_the_database_itself() -> None:
    browser = Client(raise_request_exception=False)
    assert browser.get(HEALTH).text == "ok"
    connection.connection.close()  # as a restart leaves it: kept here, gone there
    assert browser.get(HEALTH).status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    connection.close()
    assert browser.get(HEALTH).text == "ok"


def test_a_database_that_says_nothing_is_given_up_after_some_seconds(
    desk: Client, incident: Incident
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with no_database(silent.getsockname()[1]):
            answer = desk.get(note_of(incident))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert time.monotonic() - began < 6
