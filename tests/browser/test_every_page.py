"""Every page, at a desk and on a phone: axe finds nothing, nothing runs off the side.

The pages are those that the access matrix lets somebody read: a URL without a row there fails the
suite, so that no new page is forgotten here.
"""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Error, Page
from time_machine import TimeMachineFixture

from apps.assignments.models import Assignment
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.desk.deadlines.board import TABS
from apps.desk.queue.shelves import SHELVES
from apps.incidents.models import Incident
from apps.legal.windows import Window
from tests.access_matrix import MATRIX, PEOPLE, PERSON
from tests.addresses import addresses
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_incident,
    declared_review,
    handler,
    qualified_incident,
)
from tests.suite.worlds import in_world
from tests.worlds import busy_mission

from .conftest import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.django_db(transaction=True)
# Who opens the pages of each audience: the first who may.
READERS = {"desk": ("supervisor", "handler"), "portal": ("owner",), "extranet": ("partner",)}
# The screen that its people have most often, and the other one.
SCREENS = {
    "desk": (DESKTOP, PHONE),
    "portal": (PHONE, DESKTOP),
    "extranet": (DESKTOP, PHONE),
}
# A figure, a word or an address may be the end of a line; « 02/12/20 » must not be.
CUT_DATES = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = [], place = document.createRange();
  while (words.nextNode()) {
    for (const date of words.currentNode.data.matchAll(/\\d\\d\\/\\d\\d\\/\\d{4}/g)) {
      place.setStart(words.currentNode, date.index);
      place.setEnd(words.currentNode, date.index + date[0].length);
      if (place.getClientRects().length > 1) cut.push(date[0]);
    }
  }
  return cut;
}"""
# Once what a page does when its window changes is done.
WIDTH = "new Promise(requestAnimationFrame).then(() => document.documentElement.scrollWidth)"
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
OTHER_TABS = ("file_exhibits", "write_message", "write_note", "file_missions", "file_cover")


@pytest.fixture(autouse=True)
def monday_morning(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(MONDAY_MORNING)


def walk(person: Visitor, paths: list[str], screens: tuple[dict[str, int], ...]) -> list[str]:
    """What is wrong on each page, all of them being opened on the first of the screens, and then
    looked at on the other: a telephone that is turned, a window that is drawn wider."""
    wrong = []
    for path in paths:
        person.page.set_viewport_size(screens[0])
        if not is_a_page(person.page, person.site + path):
            continue
        for screen in screens:
            person.page.set_viewport_size(screen)
            wide = person.page.evaluate(WIDTH)
            if wide > screen["width"]:
                wrong.append(f"{path}: {wide} px wide on {screen['width']}")
            if cut := person.page.evaluate(CUT_DATES):
                wrong.append(f"{path}: {cut} cut in two on {screen['width']}")
            try:
                person.examine()
            except AssertionError as complaint:
                wrong.append(f"on {screen['width']} px: {complaint}")
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
@pytest.mark.parametrize("part", PARTS)
def test_every_page_that_somebody_reads(visitor, part: str, world: Assignment) -> None:
    audience, wrong = PARTS[part][0], []
    for reader in READERS[audience]:
        if paths := read_by(reader, world, part=part):
            person = visitor(f"page-{part}-{reader}", SCREENS[audience][0])
            person.sign_in(PERSON[reader](world))
            wrong += walk(person, paths, SCREENS[audience])
    assert not wrong, "\n".join(wrong)


def tabs_of(incident: Incident, tabs: tuple[str, ...] = TABS_OF_A_FILE) -> list[str]:
    return [reverse(f"desk:{name}", args=[incident.reference]) for name in tabs]


def test_a_file_that_is_worked_on_tab_by_tab(visitor) -> None:
    sofia = handler(name="Sofia Renard")
    incident = qualified_incident(sofia, exhibits=1)
    write_message(incident, body="Et ensuite ?", by=incident.practitioner.user, at=MONDAY_MORNING)
    write_note(incident, body="Rappeler lundi.", by=sofia, at=MONDAY_MORNING)
    declared_incident()
    paths = [
        reverse("desk:my_day"),
        f"{reverse('desk:queue')}?vue=a_trier",
        *tabs_of(incident, (*TABS_OF_A_FILE, *OTHER_TABS, "snooze")),
        reverse("desk:qualify", args=[incident.reference, 1]),
    ]
    person = visitor("desk-worked-on", DESKTOP)
    person.sign_in(sofia)
    wrong = walk(person, paths, SCREENS["desk"])
    assert not wrong, "\n".join(wrong)


def test_a_file_not_yet_taken_one_to_decide_on_and_one_that_is_over(visitor) -> None:
    nearly_over = declared_review(window=Window.on_day(date(2026, 8, 26)))
    new, read, over = (
        declared_incident(reviews=[nearly_over]),
        qualified_incident(),
        closed_incident(),
    )
    paths = [
        *tabs_of(new),
        reverse("desk:queue"),
        reverse("desk:prescription"),
        reverse("desk:decide_not_to_act", args=[read.reference, 1]),
        *tabs_of(over),
        reverse("desk:closed", args=[over.reference]),
        reverse("desk:close", args=[over.reference]),
    ]
    person = visitor("desk-stages", DESKTOP)
    person.sign_in(over.handler)
    wrong = walk(person, paths, SCREENS["desk"])
    assert not wrong, "\n".join(wrong)
