"""Redis is away, or says nothing: everybody still signs in, works, and waits for no page."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.urls import reverse
from redis.exceptions import RedisError

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.correspondence.models import Message, Note
from apps.desk.presence import look_at, lookers
from apps.incidents.models import Incident
from config.settings import base
from config.settings import caches as cache_settings
from tests.access_matrix import MATRIX, PEOPLE, PERSON
from tests.addresses import addresses
from tests.factories import (
    MONDAY_MORNING,
    PASSWORD,
    PractitionerFactory,
    declared_incident,
    handler,
    taken_incident,
)
from tests.portal.typed import complete_draft, page_of
from tests.suite.worlds import in_world
from tests.worlds import busy_mission

pytestmark = pytest.mark.django_db
SIGN_IN, SIGN_OUT = reverse("account_login"), reverse("account_logout")
SIGNED_IN, REFUSED = 302, 200


@pytest.fixture(autouse=True)
def production_limits(settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS


def use_redis(settings, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caches as production has them with this CACHE_URL."""
    monkeypatch.setenv("CACHE_URL", url)
    settings.CACHES = cache_settings.caches(base.env)


@pytest.fixture
def no_redis(settings, monkeypatch: pytest.MonkeyPatch) -> None:
    use_redis(settings, "redis://127.0.0.1:1/0", monkeypatch)
    with pytest.raises(RedisError):
        caches["presence"].get("anything")


@pytest.fixture
def silent_redis(settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server that takes the call and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        use_redis(settings, f"redis://127.0.0.1:{server.getsockname()[1]}/0", monkeypatch)
        yield


def try_password(user: User, password: str = PASSWORD) -> int:
    """What a browser gets that tries this password for this person."""
    return Client().post(SIGN_IN, {"login": user.email, "password": password}).status_code


@pytest.mark.usefixtures("no_redis")
@in_world(busy_mission)
def test_every_page_opens_for_those_whom_it_is_for(time_machine, world: Assignment) -> None:
    time_machine.move_to(MONDAY_MORNING)
    where = addresses(world)
    for person in ("owner", "handler", "partner"):
        client, column = Client(), PEOPLE.index(person)
        client.force_login(PERSON[person](world))
        for name, row in MATRIX.items():
            if row.split()[column] == "200":
                response = client.get(where[name])
                b"".join(response)  # reads a file to its end, which closes it
                assert response.status_code == 200, (person, name)


@pytest.mark.usefixtures("no_redis")
def test_everybody_signs_in_and_out() -> None:
    user, browser = handler(), Client()
    signed_in = browser.post(SIGN_IN, {"login": user.email, "password": PASSWORD}, follow=True)
    assert signed_in.redirect_chain[-1][0] == reverse("desk:my_day")
    assert browser.post(SIGN_OUT).status_code == 302
    assert browser.get(reverse("desk:my_day")).status_code == 302


@pytest.mark.usefixtures("no_redis")
def test_who_tries_passwords_is_stopped_for_five_minutes_all_the_same(time_machine) -> None:
    time_machine.move_to(MONDAY_MORNING, tick=False)
    user, other = handler(), handler()
    for _ in range(5):
        assert try_password(user, "faux") == REFUSED
    stopped = Client().post(SIGN_IN, {"login": user.email, "password": PASSWORD})
    assert "Trop de tentatives de connexion" in stopped.text
    assert try_password(other) == SIGNED_IN
    time_machine.move_to(MONDAY_MORNING + timedelta(minutes=5, seconds=1), tick=False)
    assert try_password(user) == SIGNED_IN


def test_emptying_redis_gives_nobody_more_attempts() -> None:
    user = handler()
    for _ in range(5):
        assert try_password(user, "faux") == REFUSED
    caches["presence"].clear()
    assert try_password(user) == REFUSED


def test_the_attempts_that_are_kept_name_no_person_and_no_device() -> None:
    user = handler()
    try_password(user, "faux")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key, value FROM {caches['default']._table}")
        rows = cursor.fetchall()
    assert rows
    assert not any(said in str(rows) for said in ("127.0.0.1", user.email, "allauth"))


@pytest.mark.usefixtures("no_redis")
def test_a_forgotten_password_is_asked_for_and_chosen(client: Client) -> None:
    asked = client.post(reverse("account_reset_password"), {"email": handler().email})
    assert asked.url == reverse("account_reset_password_done")
    stale = reverse("account_reset_password_from_key", args=["1", "clé"])
    assert "plus valable" in client.post(stale, {"password1": "x", "password2": "x"}).text


@pytest.mark.usefixtures("no_redis")
def test_a_declaration_is_sent_and_what_follows_is_written(client: Client) -> None:
    surgeon = PractitionerFactory()
    client.force_login(surgeon.user)
    client.post(page_of(complete_draft(surgeon), "check_answers"), {"is_accurate": "on"})
    incident = Incident.objects.get()
    client.post(reverse("portal:messages", args=[incident.reference]), {"body": "Bonjour."})
    assert Message.objects.get().author == surgeon.user
    sofia = handler()
    client.force_login(sofia)
    client.post(reverse("desk:take", args=[incident.reference]))
    client.post(reverse("desk:write_note", args=[incident.reference]), {"body": "À relire."})
    assert Note.objects.get().author == sofia


@pytest.mark.usefixtures("silent_redis")
def test_a_page_waits_half_a_second_at_most_for_a_redis_that_says_nothing() -> None:
    sofia, incident = handler(), declared_incident()
    began = time.monotonic()
    look_at(incident, by=sofia, at=MONDAY_MORNING)
    assert lookers(sofia, [incident.pk], at=MONDAY_MORNING) == {incident.pk: []}
    assert 0.4 < time.monotonic() - began < 1


@pytest.mark.usefixtures("silent_redis")
def test_a_page_that_asks_it_opens(client: Client) -> None:
    incident = taken_incident()
    client.force_login(incident.handler)
    assert client.get(reverse("desk:incident", args=[incident.reference])).status_code == 200
