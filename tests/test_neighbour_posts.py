"""What a neighbour sends to the portal about what is not theirs: nothing is there, nothing changes.

Every URL of the portal that names an object, and every method that may write, from the resolver: a
new one has to say where its object is.
"""

from copy import deepcopy
from itertools import product
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve, reverse
from time_machine import TimeMachineFixture

from apps.accounts.models import Role, User
from apps.casework.declarations.dismiss_delegate import dismiss_delegate
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.casework.exhibits.attach import attach_to_declaration
from apps.casework.exhibits.start_upload import start_upload
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration
from apps.legal.taxonomy import Label
from tests.portal.typed import ALL
from tests.suite.worlds import in_world

from .addresses import addresses, every_url
from .factories import (
    MONDAY_MORNING,
    DelegateFactory,
    PartnerFactory,
    PractitionerFactory,
    UserFactory,
    delegate_of,
    png,
    qualified_incident,
    started_declaration,
)
from .worlds import busy_mission, on_monday_morning

METHODS = ("POST", "PUT", "PATCH", "DELETE")
# What a page must say to be answered at all.
SAID = {"portal:autosave": {"page": "one", "place": "reviews/1", "mark": "", "turn": "0"}}
EVERYBODY_S = {"portal:explainer"}  # it names a word, not an object


@on_monday_morning
def neighbourhood() -> dict[str, Any]:
    """A practitioner who has everything that the portal shows, and who must not touch it."""
    mission = busy_mission()
    owner = mission.incident.practitioner
    julie = owner.delegates.get().user
    draft = _completed(owner.declarations.get(incident=None))
    urls = _urls(mission, draft, julie)  # first: they are looked for where nobody else has a file
    neighbour = _neighbour()
    return {
        "urls": urls,
        "insiders": [owner.user, julie],
        "strangers": {
            "practitioner": neighbour.user,
            "delegate_of_another": delegate_of(PractitionerFactory()),
            "former_delegate": _former_delegate(owner),
            "partner": mission.partner.members.get(),
            "other_partner": PartnerFactory().members.get(),
            "admin": UserFactory(role=Role.ADMIN, is_staff=True, is_superuser=True),
        },
        "neighbour_s": {
            "key": neighbour.declarations.get(incident=None).key,
            "reference": neighbour.incidents.get().reference,
        },
    }


def _completed(draft: Declaration) -> Declaration:
    """With all its answers, and a file."""
    draft.answers = deepcopy(ALL)
    draft.save()
    by, capture = draft.practitioner.user, Exhibit.Kind.CAPTURE
    attach_to_declaration(draft, upload=png(), kind=capture, by=by, at=MONDAY_MORNING)
    return draft


def _neighbour() -> Practitioner:
    """Who has a file and a draft of their own."""
    incident = qualified_incident(exhibits=1)
    _completed(started_declaration(incident.practitioner))
    return incident.practitioner


def _former_delegate(owner: Practitioner) -> User:
    named = DelegateFactory(practitioner=owner)
    dismiss_delegate(named, at=MONDAY_MORNING)
    return named.user


def _urls(mission, draft: Declaration, julie: User) -> dict[str, str]:
    """Where each object is. What the file of the access matrix lacks is added."""
    owner = draft.practitioner
    everything = addresses(mission)
    exhibit = draft.exhibits.get()
    upload = start_upload(
        draft, name="a.png", size=9, kind=Exhibit.Kind.CAPTURE, by=owner.user, at=MONDAY_MORNING
    )
    Declaration.objects.filter(pk=draft.pk).update(prepared_by=julie)
    hand_over_declaration(draft, prudent_day=None, at=MONDAY_MORNING)
    lawful = qualified_incident(label=Label.OPINION, practitioner=owner)
    everything |= {
        name: reverse(name, args=args)
        for name, args in {
            "portal:describe_exhibit": [draft.key, exhibit.pk],
            "portal:remove_exhibit": [draft.key, exhibit.pk],
            "portal:upload": [upload.key],
            "portal:handed_over": [draft.key],
            "portal:lawful_kit": [lawful.reference],
        }.items()
    }
    return {name: everything[name] for name in objects()}


def objects() -> list[str]:
    """The URLs of the portal that name something."""
    named = (name for name, asked in every_url() if asked and name not in EVERYBODY_S)
    return [name for name in named if name.startswith("portal:")]


pytestmark = in_world(neighbourhood)


@pytest.fixture
def people(db: None, world: dict[str, Any], time_machine: TimeMachineFixture) -> dict[str, Any]:
    time_machine.move_to(MONDAY_MORNING)
    return world


class Writes:
    """The statements that change a row."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, execute, sql: str, *rest: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self.seen.append(sql)
        return execute(sql, *rest)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def answer(client: Client, method: str, url: str, name: str) -> tuple[int, list[str]]:
    """What it says, and what it writes; undone."""
    writes = Writes()
    with transaction.atomic(), connection.execute_wrapper(writes):
        if method == "POST":
            status = client.post(url, SAID.get(name, {})).status_code
        else:
            status = client.generic(method, url).status_code
        transaction.set_rollback(True)
    return status, writes.seen


def test_nothing_is_there_for_a_stranger_and_nothing_changes(people: dict[str, Any]) -> None:
    insiders = [signed_in(user) for user in people["insiders"]]
    strangers = {name: signed_in(user) for name, user in people["strangers"].items()}
    for name, method in product(objects(), METHODS):
        url = people["urls"][name]
        known = {answer(insider, method, url, name)[0] for insider in insiders}
        assert known != {404}, f"{name}: no object at {url}"
        if method != "POST" and known <= {404, 405}:
            continue  # nobody may send it
        allowed = {404, 405} if known <= {404, 405} else {404}
        for stranger, client in strangers.items():
            status, writes = answer(client, method, url, name)
            assert status in allowed, (stranger, method, name)
            assert not writes, (stranger, method, name)


def test_what_is_another_s_is_not_under_what_is_one_s_own_either(people: dict[str, Any]) -> None:
    """The address of one's own file or draft, and in it the number of what another's holds."""
    neighbour, own = signed_in(people["strangers"]["practitioner"]), people["neighbour_s"]
    for page, outer in (("declare_exhibits", "key"), ("messages", "reference")):
        assert neighbour.get(reverse(f"portal:{page}", args=[own[outer]])).status_code == 200
    for name, method in product(objects(), METHODS):
        url = people["urls"][name]
        mixed = {named: own.get(named, value) for named, value in resolve(url).kwargs.items()}
        if "pk" in mixed and len(mixed) > 1:
            status, writes = answer(neighbour, method, reverse(name, kwargs=mixed), name)
            assert status in {404, 405}, (method, name)
            assert not writes, (method, name)
