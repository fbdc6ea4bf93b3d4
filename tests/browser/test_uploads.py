"""Files on a bad line: the network is cut, the session ends, the server dies; nothing is lost."""

import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from apps.exhibits.models import Exhibit, Upload
from apps.incidents.models import Declaration
from apps.portal.steps import DeclarationStep
from tests.absent.test_file_store import away
from tests.factories import PractitionerFactory, png
from tests.portal.typed import draft_at, page_of

from .conftest import DESKTOP, PHONE, Visitor
from .server import Server
from .windows import new_context

pytestmark = pytest.mark.django_db(transaction=True)
LONG = 30_000
LOST = "Connexion perdue. L’envoi reprendra seul."
# Slow enough for something to happen in the middle of a file, then as quick as it can be.
FAST_LINE = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
SLOW_LINE = FAST_LINE | {"latency": 20, "uploadThroughput": 10**6}


@pytest.fixture
def declaration() -> Declaration:
    return draft_at(PractitionerFactory(), DeclarationStep.EXHIBITS)


@pytest.fixture(scope="module")
def photo() -> bytes:
    """What a phone gives: twelve megapixels that compress badly."""
    content = BytesIO()
    Image.effect_noise((4000, 3000), 60).save(content, "JPEG", quality=80)
    return content.getvalue()


def arrive(
    visitor: Callable[..., Visitor], declaration: Declaration, name: str, screen: dict[str, int]
) -> Visitor:
    """The owner of the draft, signed in, on the page of proofs."""
    person = visitor(name, screen, breaks=True)
    person.sign_in(declaration.practitioner.user)
    person.open(page_of(declaration, "declare_exhibits"))
    return person


def choose(page: Page, *files: Path) -> None:
    page.get_by_label("Fichiers", exact=False).first.set_input_files(list(files))


def slow(context: BrowserContext, page: Page) -> CDPSession:
    line = context.new_cdp_session(page)
    line.send("Network.emulateNetworkConditions", SLOW_LINE)
    return line


def wait_for(condition: Callable[[], object], page: Page) -> None:
    for _ in range(300):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never came")


def is_under_way() -> bool:
    return Upload.objects.filter(received__gt=0, exhibit=None).exists()


@pytest.fixture
def photo_file(photo: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "IMG_2041.jpg"
    path.write_bytes(photo)
    return path


@pytest.mark.parametrize(("name", "screen"), [("pieces-390", PHONE), ("pieces-1440", DESKTOP)])
def test_several_files_leave_at_once_and_a_bad_one_says_why(
    visitor, declaration: Declaration, tmp_path: Path, name: str, screen: dict[str, int]
) -> None:
    person = arrive(visitor, declaration, name, screen)
    files = [tmp_path / "une.png", tmp_path / "page.html", tmp_path / "deux.png"]
    contents = [png(size=(390, 844)).read(), b"<!DOCTYPE html><p>x", png(size=(700, 400)).read()]
    for path, content in zip(files, contents, strict=True):
        path.write_bytes(content)
    choose(person.page, *files)
    received = person.page.locator("#received")
    expect(received.get_by_role("link", name="une.png", exact=True)).to_be_visible(timeout=LONG)
    expect(received.get_by_role("link", name="deux.png", exact=True)).to_be_visible(timeout=LONG)
    expect(person.page.locator("[data-upload-list] [role=alert]")).to_contain_text("page.html")
    person.look()
    person.page.get_by_role("button", name="Annuler : page.html").press("Enter")
    expect(person.page.locator("[data-upload-list] > li")).to_have_count(0)
    person.page.get_by_text("Réussir sa capture").click()
    person.look()
    received.get_by_role("link", name="Préciser ce que montre une.png").press("Enter")
    person.page.get_by_label("Page montrée").fill("https://www.facebook.com/groups/x/posts/1")
    person.press("Enregistrer")
    person.sees("Page montrée : https://www.facebook.com/groups/x/posts/1")


def test_a_network_that_is_cut_takes_up_by_itself(
    visitor, declaration: Declaration, photo: bytes, photo_file: Path
) -> None:
    person = arrive(visitor, declaration, "cut", PHONE)
    page = person.page
    line = slow(page.context, page)
    choose(page, photo_file)
    wait_for(is_under_way, page)
    line.send("Network.emulateNetworkConditions", SLOW_LINE | {"offline": True})
    expect(page.get_by_text(LOST)).to_be_visible(timeout=LONG)
    before = Upload.objects.get().received
    assert 0 < before < len(photo)
    line.send("Network.emulateNetworkConditions", FAST_LINE)
    wait_for(Exhibit.objects.exists, page)
    assert Exhibit.objects.get().sha256 == hashlib.sha256(photo).hexdigest()
    expect(page.get_by_role("link", name="IMG_2041.jpg", exact=True)).to_be_visible(timeout=LONG)


@pytest.mark.parametrize(("name", "screen"), [("no-place-390", PHONE), ("no-place-1440", DESKTOP)])
def test_when_there_is_no_place_for_a_file_the_page_says_so_and_sends_it_again(
    visitor, declaration: Declaration, tmp_path: Path, name: str, screen: dict[str, int]
) -> None:
    person = arrive(visitor, declaration, name, screen)
    path = tmp_path / "une.png"
    path.write_bytes(png(size=(390, 844)).read())
    with away("files"):
        choose(person.page, path)
        sentence = "l’incident est de notre côté. L’envoi reprendra seul"
        expect(person.page.get_by_text(sentence)).to_be_visible(timeout=LONG)
        person.look()
    wait_for(Exhibit.objects.exists, person.page)
    link = person.page.locator("#received").get_by_role("link", name="une.png", exact=True)
    expect(link).to_be_visible(timeout=LONG)


def test_the_same_file_chosen_again_goes_on_where_it_was(
    visitor, declaration: Declaration, photo: bytes, photo_file: Path
) -> None:
    person = arrive(visitor, declaration, "again", PHONE)
    page = person.page
    line = slow(page.context, page)
    choose(page, photo_file)
    wait_for(is_under_way, page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    upload = Upload.objects.get()
    assert 0 < upload.received < len(photo)
    line.send("Network.emulateNetworkConditions", FAST_LINE)
    choose(page, photo_file)
    wait_for(Exhibit.objects.exists, page)
    assert Upload.objects.get().pk == upload.pk
    assert Exhibit.objects.get().sha256 == hashlib.sha256(photo).hexdigest()


def test_a_session_that_ends_asks_to_sign_in_and_goes_on(
    visitor, declaration: Declaration, photo: bytes, photo_file: Path
) -> None:
    person = arrive(visitor, declaration, "session", PHONE)
    page, context = person.page, person.page.context
    line = slow(context, page)
    choose(page, photo_file)
    wait_for(is_under_way, page)
    context.clear_cookies()
    expect(page.get_by_text("Votre session a expiré.")).to_be_visible(timeout=LONG)
    person.look()
    again = Visitor(context.new_page(), person.site, "session-again")
    again.sign_in(declaration.practitioner.user)
    line.send("Network.emulateNetworkConditions", FAST_LINE)
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    wait_for(Exhibit.objects.exists, page)
    assert Exhibit.objects.get().sha256 == hashlib.sha256(photo).hexdigest()


def test_a_photo_above_the_limit_is_reduced_and_said_so(
    visitor, declaration: Declaration, photo: bytes, photo_file: Path, settings
) -> None:
    settings.EXHIBIT_MAX_BYTES = len(photo) - 1
    person = arrive(visitor, declaration, "large", PHONE)
    choose(person.page, photo_file)
    wait_for(Exhibit.objects.exists, person.page)
    exhibit = Exhibit.objects.get()
    assert exhibit.size < len(photo)
    assert exhibit.name == "IMG_2041.jpg"
    assert 1000 < exhibit.width < 4000


def test_a_server_killed_in_the_middle_loses_nothing(
    browser, server: Server, declaration: Declaration, photo: bytes, photo_file: Path
) -> None:
    context = new_context(browser, PHONE)
    page = context.new_page()
    person = Visitor(page, server.site, "killed")
    person.sign_in(declaration.practitioner.user)
    person.open(page_of(declaration, "declare_exhibits"))
    line = slow(context, page)
    choose(page, photo_file)
    wait_for(is_under_way, page)
    server.kill()
    expect(page.get_by_text(LOST)).to_be_visible(timeout=LONG)
    assert not Exhibit.objects.exists()
    line.send("Network.emulateNetworkConditions", FAST_LINE)
    server.start()
    wait_for(Exhibit.objects.exists, page)
    assert Exhibit.objects.get().sha256 == hashlib.sha256(photo).hexdigest()
    context.close()
