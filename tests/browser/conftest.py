"""A real Chromium, the system's own, driven by Playwright against a live server."""

import os
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Error,
    Frame,
    Locator,
    Page,
    Request,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from apps.accounts.models import User

from .server import Server
from .windows import Windows

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
SCREENSHOTS = Path(__file__).parent / "screenshots"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
# What is right is not described: that is most of what axe would say, and of its time.
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# Colours take half of what is left. They come from tags and classes alone, since the policy of the
# site allows no style in a page: they are read where something is seen, on a screen of this width,
# under other elements than before.
BUT_COLOURS = WCAG | {"rules": {"color-contrast": {"enabled": False}}}
PLACES = """() => {
  const places = new Set();
  const go = (one, above) => {
    if (!one.checkVisibility()) return;
    const place = `${above} > ${one.tagName}.${one.getAttribute("class")}`
      + ` ${one.disabled} ${one.type} ${one.ariaCurrent} ${one.ariaInvalid}`;
    places.add(place);
    for (const child of one.children) go(child, place);
  };
  go(document.body, innerWidth);
  return [...places];
}"""
EXAMINE = "rules => axe.run(rules).then(({violations}) => violations)"


@pytest.fixture(scope="session", autouse=True)
def playwright_runs_beside_the_orm() -> None:
    """Playwright keeps an event loop in this thread; the ORM here is used from no coroutine."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session", autouse=True)
def static_files_are_asked_for_once() -> Iterator[None]:
    """As in production, where a file that changes gets another name. For years: in some tests the
    clock of the server is far from that of the browser."""
    serve = StaticFilesHandler.serve

    def kept(handler: StaticFilesHandler, request: HttpRequest) -> HttpResponseBase:
        response = serve(handler, request)
        response["Cache-Control"] = "max-age=315360000, immutable"
        return response

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", kept)
        yield


@pytest.fixture(scope="package")  # longer, its event loop would outlive these tests
def browser() -> Iterator[Browser]:
    """One for each process, which takes these tests one after the other."""
    if not CHROMIUM.exists():
        reason = f"no Chromium at {CHROMIUM}: install chromium-headless-shell, or set CHROMIUM"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Visitor:
    """Somebody in front of a screen. Every page they open is looked at by axe, and photographed
    with `pytest --photograph`."""

    photographs = False
    places_seen: ClassVar[set[str]] = set()

    def __init__(self, page: Page, site: str, name: str) -> None:
        self.page, self.site, self.name = page, site, name
        self.pages_seen: list[str] = []
        self._listeners: list[tuple[Page, str, Callable[..., None]]] = []
        self._engine: CDPSession | None = None
        self._is_leaving = False
        self._hear("response", self._stay_on_this_site)
        self._hear("request", self._leave)
        self._hear("framenavigated", self._arrive)
        self._hear("requestfailed", self._arrive)

    def _hear(self, event: str, listen: Callable[..., None]) -> None:
        self.page.on(event, listen)
        self._listeners.append((self.page, event, listen))

    def go_home(self) -> None:
        """Their window is somebody else's now."""
        for page, event, listen in self._listeners:
            page.remove_listener(event, listen)

    def do_without_javascript(self) -> None:
        """No script of ours runs. axe's own needs timers, so `look` gives it the engine back."""
        self._engine = self.page.context.new_cdp_session(self.page)
        self._run_scripts(False)

    def open(self, path: str) -> None:
        self.page.goto(self.site + path)
        self.examine()

    def sign_in(self, user: User) -> None:
        sign_in(self.page.context, user, self.site)

    def press(self, button: str, *, within: str = "main") -> None:
        self.page.locator(within).get_by_role("button", name=button, exact=True).first.click()
        self.look()

    def follow(self, link: str) -> None:
        self.page.locator("main").get_by_role("link", name=link).first.click()
        self.look()

    def fill(self, label: str, text: str) -> None:
        box = self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}"))
        self._go_on_to(box)
        box.fill(text)

    def choose(self, question: str, answer: str) -> None:
        """Forced, because the whole row is the label: it lies over its radio button."""
        group = self.page.get_by_role("group", name=question)
        self._go_on_to(group)
        group.get_by_label(re.compile(rf"^\s*{re.escape(answer)}")).check(force=True)

    def date(self, question: str, day: date) -> None:
        boxes = self.page.get_by_role("group", name=question).get_by_role("textbox")
        for box, number in zip(boxes.all(), (day.day, day.month, day.year), strict=True):
            box.fill(str(number))

    def upload(self, label: str, name: str, content: bytes) -> None:
        file = {"name": name, "mimeType": "image/png", "buffer": content}
        self.page.get_by_label(label).first.set_input_files(file)

    def download(self, path: str) -> bytes:
        """The bytes behind a link that the page shows."""
        assert self.page.locator(f"a[href='{path}']").count(), path
        return self.page.request.get(self.site + path).body()

    def sees(self, text: str) -> None:
        assert self.page.locator("body").get_by_text(text).first.is_visible(), text

    def has_typed(self, label: str) -> str:
        """What stands in the box that bears this label."""
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}")).input_value()

    def does_not_see(self, text: str) -> None:
        assert self.page.locator("body").get_by_text(text).count() == 0, text

    def look(self) -> None:
        """Stay until the page is there, and have axe find nothing to say about it."""
        self._settle()
        self.examine()

    def examine(self) -> None:
        """Have axe find nothing to say about what is there."""
        self.pages_seen.append(self.page.url)
        if self.photographs:
            SCREENSHOTS.mkdir(exist_ok=True)
            shot = SCREENSHOTS / f"{self.name}-{len(self.pages_seen):02}.png"
            self.page.screenshot(path=shot, full_page=True)
        self._run_scripts(True)
        try:
            violations = self._ask_axe()
        except Error:  # htmx has just gone to another page
            self._settle()
            violations = self._ask_axe()
        finally:
            self._run_scripts(False)
        found = AxeResults({"violations": violations})
        assert not violations, f"{self.page.url}\n{found.generate_report()}"

    def _ask_axe(self) -> list[dict[str, object]]:
        if self._engine is not None:  # no script ran in this page, axe's neither
            self.page.evaluate(AXE_SCRIPT)
        places = set(self.page.evaluate(PLACES))
        rules = BUT_COLOURS if places <= self.places_seen else WCAG
        if not (violations := self.page.evaluate(EXAMINE, rules)):
            self.places_seen.update(places)
        return violations

    def _settle(self) -> None:
        """Stay until the page that a click asks for is there, if it asks for one."""
        self.page.wait_for_timeout(50)
        patience = time.monotonic() + 20
        while self._is_leaving and time.monotonic() < patience:
            self.page.wait_for_timeout(20)
        self.page.wait_for_load_state("load")

    def _leave(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self._is_leaving = True

    def _arrive(self, _arrived: Frame | Request) -> None:
        self._is_leaving = False

    def _go_on_to(self, question: Locator) -> None:
        """A phone shows the questions of a page one group after the other."""
        forward = self.page.locator("main").get_by_role("button", name="Continuer", exact=True)
        if forward.count() and not question.is_visible():
            self.press("Continuer")

    def _run_scripts(self, run: bool) -> None:
        if self._engine is not None:
            self._engine.send("Emulation.setScriptExecutionDisabled", {"value": not run})

    def _stay_on_this_site(self, response) -> None:
        assert response.url.startswith((self.site, "data:")), f"third-party host: {response.url}"


def sign_in(context: BrowserContext, user: User, site: str) -> None:
    """With a session of theirs. The page that asks for a password is looked at by
    `test_whole_declaration.py` and `test_desk_keyboard.py`."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": session.key, "value": session.value, "url": site}])


@pytest.fixture(scope="session", autouse=True)
def photographs(pytestconfig: pytest.Config) -> None:
    Visitor.photographs = pytestconfig.getoption("photograph")


@pytest.fixture
def server(transactional_db: None) -> Iterator[Server]:
    """A real server that may be killed; `live_server` lives in the process of the tests."""
    server = Server()
    yield server
    server.kill()


@pytest.fixture(scope="package")
def windows(browser: Browser, live_server: LiveServer) -> Iterator[Windows]:
    # Threads that share one connection close it for one another, in the middle of a query.
    assert not live_server.thread.connections_override
    windows = Windows(browser, live_server.url)
    yield windows
    windows.close()


@pytest.fixture
def visitor(windows: Windows, live_server: LiveServer) -> Iterator[Callable[..., Visitor]]:
    """`visitor("sofia", DESKTOP)` gives a new person in front of a window.

    `breaks`: of what the test does to it, something would stay; nobody gets this window afterwards.
    """
    came: list[tuple[Visitor, Page, bool]] = []

    def arrive(
        name: str, screen: dict[str, int], *, breaks: bool = False, kind: type[Visitor] = Visitor
    ) -> Visitor:
        page = windows.open(screen)
        person = kind(page, live_server.url, name)
        came.append((person, page, breaks))
        return person

    yield arrive
    for person, page, breaks in came:
        person.go_home()
        windows.throw_away(page) if breaks else windows.give_back(page)
