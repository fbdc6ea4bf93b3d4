"""From a list to a file, and whatever one does there: the way back stays."""

import re
from html import unescape
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.files.merge import merge
from apps.incidents.models import Incident, Merge
from apps.legal.taxonomy import Label
from tests.access_matrix import MATRIX
from tests.addresses import addresses
from tests.desk.files.test_snooze import WEDNESDAY
from tests.desk.readings.test_qualify import PASSAGE
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)
from tests.suite.worlds import in_world
from tests.worlds import busy_mission

LIST = "vue=miens&gestionnaire=7"
ASKED = urlencode({"liste": LIST})


def url(name: str, incident: Incident, *args: object) -> str:
    return f"{reverse(f'desk:{name}', args=[incident.reference, *args])}?{ASKED}"


def is_of_a_file(address: str) -> bool:
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return False
    return match.namespace == "desk" and "reference" in match.kwargs


def list_of(address: str) -> list[str]:
    return parse_qs(urlsplit(address).query).get("liste", [])


def forgotten_by(client: Client, address: str) -> set[str]:
    """Where the links and the forms of a page lead to a page of a file without the list."""
    html = client.get(address).content.decode()
    found = re.findall(r'\s(?:href|action|formaction)="([^"#][^"]*)"', html)
    leads = {urljoin(address, unescape(each)) for each in found}
    return {each for each in leads if is_of_a_file(each) and list_of(each) != [LIST]}


@in_world(busy_mission)
def test_no_page_of_a_file_forgets_the_list_in_a_link_or_a_form(
    client: Client, db: None, world: Assignment
) -> None:
    client.force_login(supervisor())
    pages = [page for name, page in addresses(world).items() if "200" in MATRIX[name]]
    forgotten = {
        page: forgotten_by(client, f"{page}?{ASKED}") for page in pages if is_of_a_file(page)
    }
    assert len(forgotten) > 30
    assert {page: leads for page, leads in forgotten.items() if leads} == {}


@pytest.mark.parametrize("page", ["incident", "closed", "file_steps", "reopen"])
def test_nor_does_any_of_a_closed_file(desk: Client, page: str) -> None:
    assert forgotten_by(desk, url(page, closed_incident())) == set()


def test_a_file_taken_in_the_list_without_javascript_knows_it_too(desk: Client) -> None:
    incident = declared_incident()
    page = desk.get(reverse("desk:queue"), {"vue": "a_trier"}).content.decode()
    taking = re.findall(r'\sformaction="([^"]*)"', page)
    assert taking == [reverse("desk:take", args=[incident.reference]) + "?liste=vue%3Da_trier"]


def test_whatever_one_does_the_file_still_knows_the_list(desk: Client, sofia: User) -> None:
    free, mine, karim = declared_incident(), taken_incident(sofia), handler(name="Karim")
    qualified = {"words": PASSAGE, "label": Label.DIFF_PUB.value, "reason": "Un fait."}
    ending = {"outcome_1": "removed_by_platform", "reason_1": "Constaté.", "words": "Retiré."}
    for where, given in (
        (url("take", free), {}),
        (url("take", free), {}),  # too late: refused
        (url("write_message", mine), {"body": "Bonjour."}),
        (url("write_note", mine), {"body": "À revoir."}),
        (url("wake", mine), {}),
        (url("qualify", mine, 1), qualified),
        (url("acknowledge", mine, mine.deadlines.earliest("pk").pk), {}),
        (url("close", mine), ending | {"step": "close"}),
        (url("undo_close", mine), {}),
        (url("hand_over", mine), {"to": karim.pk, "note": "Merci."}),
    ):
        response = desk.post(where, given)
        assert response.status_code == 302, where
        assert list_of(response.url) == [LIST], where
        assert "Revenir à la liste" in desk.get(response.url).content.decode()


def test_what_comes_back_with_an_error_knows_it_as_well(desk: Client, sofia: User) -> None:
    page = desk.post(url("write_message", taken_incident(sofia)), {"body": ""})
    assert page.context["around"].label == "Les miens"


def test_a_file_put_to_sleep_leaves_the_list_to_which_one_returns(
    desk: Client, sofia: User
) -> None:
    response = desk.post(url("snooze", taken_incident(sofia)), WEDNESDAY)
    assert response.url == f"{reverse('desk:queue')}?{LIST}"


def test_who_is_led_to_the_file_that_absorbed_another_keeps_the_list(
    desk: Client, sofia: User
) -> None:
    kept = taken_incident(sofia)
    absorbed = declared_incident(kept.practitioner)
    merge(absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=sofia, at=MONDAY_MORNING)
    assert desk.get(url("file_steps", absorbed)).url == url("file_steps", kept)


def test_the_list_leads_nowhere_but_to_the_queue(desk: Client, sofia: User) -> None:
    address = reverse("desk:wake", args=[taken_incident(sofia).reference])
    response = desk.post(f"{address}?{urlencode({'liste': 'https://ailleurs.test/?vue=clos'})}")
    assert list_of(response.url) == []
    assert desk.get(response.url).context["around"].label == "Tous les dossiers ouverts"


def test_a_file_opened_otherwise_brings_no_list(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    response = desk.post(reverse("desk:wake", args=[incident.reference]))
    assert response.url == reverse("desk:incident", args=[incident.reference])
