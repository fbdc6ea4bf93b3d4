"""Every page, at a desk and on a phone: axe finds nothing, nothing runs off the side.

The pages are those that the access matrix lets somebody read: a URL without a row there fails the
suite, so that no new page is forgotten here.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Error, Page
from time_machine import TimeMachineFixture

from apps.assignments.models import Assignment
from apps.desk.deadlines.board import TABS
from apps.desk.queue.shelves import SHELVES
from apps.incidents.models import Incident
from tests.access_matrix import MATRIX, PEOPLE, PERSON
from tests.addresses import addresses
from tests.factories import MONDAY_MORNING, closed_incident, declared_incident, qualified_incident
from tests.suite.worlds import in_world
from tests.worlds import busy_mission

from .conftest import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.django_db(transaction=True)
# Who opens the pages of each audience: the first who may.
READERS = {"desk": ("supervisor", "handler"), "portal": ("owner",), "extranet": ("partner",)}
ASKED = {
    "desk:queue": [f"?vue={name}" for name in SHELVES],
    "desk:prescription": [f"?vue={name}" for name in TABS],
    "desk:search": ["?q=Martin", "?q=introuvable"],
}
# So that no test lasts: an audience, and which of its addresses.
PARTS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "contents": ("desk", lambda path: "/contenus/" in path),
    "files": ("desk", lambda path: "/dossiers/" in path and "/contenus/" not in path),
    "lists": ("desk", lambda path: "/dossiers/" not in path and "?" not in path),
    "shelves": ("desk", lambda path: "?" in path),
    "portal": ("portal", lambda _path: True),
    "extranet": ("extranet", lambda _path: True),
}
TABS_OF_A_FILE = ("incident", "file_readings", "file_deadlines", "file_steps", "file_history")


@pytest.fixture(autouse=True)
def monday_morning(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(MONDAY_MORNING)


def walk(person: Visitor, paths: list[str], width: int) -> list[str]:
    """What is wrong on each page, all of them being opened."""
    wrong = []
    for path in paths:
        if not is_a_page(person.page, person.site + path):
            continue
        try:
            person.examine()
        except AssertionError as complaint:
            wrong.append(str(complaint))
        wide = person.page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{path}: {wide} px wide on {width}")
    return wrong


def is_a_page(page: Page, url: str) -> bool:
    """Open it. A part of a page, or a file, is not looked at."""
    try:
        answer = page.goto(url)
    except Error:  # the browser keeps a file, and stays where it is
        answer = page.request.get(url)
    assert answer.status == 200, url
    is_html = answer.headers["content-type"].startswith("text/html")
    return is_html and page.evaluate("document.doctype !== null")


def read_by(reader: str, mission: Assignment, *, part: str) -> list[str]:
    """The addresses of this part that this person opens."""
    audience, is_in_part = PARTS[part]
    paths, where = [], addresses(mission)
    for name, row in MATRIX.items():
        answers = row.split()
        may_read = [each for each in READERS[audience] if answers[PEOPLE.index(each)] == "200"]
        if name.startswith(f"{audience}:") and may_read[:1] == [reader]:
            path = where[name]
            paths += [path, *(path + asked for asked in ASKED.get(name, []))]
    return [path for path in paths if is_in_part(path)]


@in_world(busy_mission)
@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["1440", "390"])
@pytest.mark.parametrize("part", PARTS)
def test_every_page_that_somebody_reads(visitor, screen, part: str, world: Assignment) -> None:
    wrong = []
    for reader in READERS[PARTS[part][0]]:
        if paths := read_by(reader, world, part=part):
            person = visitor(f"page-{part}-{screen['width']}-{reader}", screen)
            person.sign_in(PERSON[reader](world))
            wrong += walk(person, paths, screen["width"])
    assert not wrong, "\n".join(wrong)


def tabs_of(incident: Incident) -> list[str]:
    return [reverse(f"desk:{name}", args=[incident.reference]) for name in TABS_OF_A_FILE]


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["1440", "390"])
def test_a_file_not_yet_taken_one_to_decide_on_and_one_that_is_over(visitor, screen) -> None:
    new, read, over = declared_incident(), qualified_incident(), closed_incident()
    paths = [
        *tabs_of(new),
        reverse("desk:decide_not_to_act", args=[read.reference, 1]),
        *tabs_of(over),
        reverse("desk:closed", args=[over.reference]),
        reverse("desk:close", args=[over.reference]),
    ]
    person = visitor(f"desk-stages-{screen['width']}", screen)
    person.sign_in(over.handler)
    wrong = walk(person, paths, screen["width"])
    assert not wrong, "\n".join(wrong)
