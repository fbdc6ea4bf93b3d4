"""The list of files with the keyboard alone, at a desk and on a phone, and without JavaScript."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from apps.accounts.models import User
from apps.incidents.models import Incident
from tests.factories import declared_incident, handler, supervisor

from .conftest import DESKTOP, PHONE, Visitor, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

A_TRIER = "/bureau/?vue=a_trier"
SCREENS = [("clavier-1440", DESKTOP), ("clavier-390", PHONE)]


@pytest.fixture
def sofia() -> User:
    return handler(name="Sofia Renard")


@pytest.fixture
def files() -> list[Incident]:
    """Four of the same day, in the order of the list."""
    supervisor(name="Claire Vidal")
    return [declared_incident(at=timezone.now(), exhibits=1) for _ in range(4)]


def signed_in(person: Visitor, user: User) -> Visitor:
    person.sign_in(user)
    return person


def focused(person: Visitor) -> str:
    return person.page.evaluate("document.activeElement.textContent").strip()


def go_to_list(person: Visitor) -> None:
    person.open(A_TRIER)
    person.page.get_by_role("link", name="Aller à la liste des dossiers").focus()
    person.page.keyboard.press("Enter")
    person.page.keyboard.press("j")


def wait_for_file(person: Visitor, reference: str) -> None:
    """It is there, and its row says so: from then on the keys are about it."""
    person.page.locator(f".preview[data-reference='{reference}']").wait_for()
    row = person.page.locator("#liste a[aria-current]", has_text=reference)
    row.wait_for(state="attached")


def handler_of(incident: Incident) -> User | None:
    return Incident.objects.select_related("handler").get(pk=incident.pk).handler


@pytest.mark.parametrize(("name", "screen"), SCREENS)
def test_forty_new_files_begin_like_this_without_a_mouse(
    visitor: Callable[..., Visitor], sofia: User, files: list[Incident], name: str, screen
) -> None:
    first, second, third, _ = (incident.reference for incident in files)
    person = signed_in(visitor(name, screen), sofia)
    keys = person.page.keyboard
    go_to_list(person)
    assert focused(person) == first
    keys.press("j")
    keys.press("j")
    keys.press("k")
    assert focused(person) == second
    keys.press("x")
    box = person.page.get_by_label(f"Choisir le dossier {second}")
    assert box.is_checked()
    keys.press("?")
    person.page.get_by_role("dialog").wait_for()
    person.look()
    keys.press("Escape")
    assert focused(person) == second

    keys.press("e")
    wait_for_file(person, second)
    person.look()
    assert f"ouvrir={second}" in person.page.url
    assert person.page.evaluate("document.documentElement.scrollWidth") <= screen["width"]
    if screen is DESKTOP:
        assert focused(person) == second
        assert box.is_checked()
    else:  # the file takes the place of the list, and the focus with it
        assert second in focused(person)
        assert not person.page.locator("#liste").is_visible()
    person.page.go_back()
    person.page.locator("#liste").wait_for()
    assert person.page.locator(".preview").count() == 0

    go_to_list(person)
    keys.press("Enter")
    wait_for_file(person, first)
    if screen is DESKTOP:
        keys.press("2")
    else:
        person.page.locator("[data-triage='2']").focus()
        keys.press("Enter")
    person.page.get_by_role("heading", name="À qualifier (moi)").wait_for()
    person.look()
    assert handler_of(files[0]) is None
    person.page.get_by_role("button", name="Prendre et envoyer le message").focus()
    keys.press("Enter")
    wait_for_file(person, second)
    person.look()
    assert handler_of(files[0]) == sofia
    assert files[0].messages.count() == 1
    person.page.get_by_role("link", name="Dossier suivant").focus()
    keys.press("Enter")
    wait_for_file(person, third)

    go_to_list(person)
    assert focused(person) == second
    keys.press("a")
    person.page.get_by_text("Vous suivez ce dossier.").wait_for()
    expect(person.page.locator(":focus")).to_contain_text(third)
    assert handler_of(files[1]) == sofia
    assert handler_of(files[3]) is None


def test_a_key_opens_a_file_before_it_sorts_it(
    visitor: Callable[..., Visitor], sofia: User, files: list[Incident]
) -> None:
    person = signed_in(visitor("clavier-tri", DESKTOP), sofia)
    go_to_list(person)
    person.page.keyboard.press("1")
    wait_for_file(person, files[0].reference)
    person.page.keyboard.press("j")
    person.page.keyboard.press("3")
    wait_for_file(person, files[1].reference)
    person.page.keyboard.press("3")
    person.page.get_by_role("heading", name="Urgent → responsable").wait_for()
    person.look()


def test_the_keys_leave_alone_who_types_or_works_elsewhere(
    visitor: Callable[..., Visitor], sofia: User, files: list[Incident]
) -> None:
    person = signed_in(visitor("clavier-ailleurs", DESKTOP), sofia)
    person.open(A_TRIER)
    search = person.page.get_by_label("Référence, nom, lien ou mots")
    search.focus()
    person.page.keyboard.type("jkexa1234?")
    assert search.input_value() == "jkexa1234?"
    person.page.locator("body").evaluate("body => document.activeElement.blur()")
    person.page.keyboard.type("jxa1?")
    assert person.page.locator("#liste input:checked").count() == 0
    go_to_list(person)
    for chord in ("Control+x", "Alt+x", "Shift+X"):
        person.page.keyboard.press(chord)
    assert person.page.locator("#liste input:checked").count() == 0
    assert person.page.get_by_role("dialog").count() == 0
    assert "ouvrir" not in person.page.url
    assert handler_of(files[0]) is None


def test_turned_off_the_keys_do_nothing(
    visitor: Callable[..., Visitor], sofia: User, files: list[Incident]
) -> None:
    person = signed_in(visitor("clavier-coupe", DESKTOP), sofia)
    person.open("/bureau/raccourcis/")
    person.press("Désactiver les raccourcis")
    person.sees("Les raccourcis clavier sont désactivés.")
    person.open(A_TRIER)
    link = person.page.locator("#liste th a").first
    link.focus()
    person.page.keyboard.type("jexa1?")
    assert focused(person) == files[0].reference
    assert person.page.locator("#liste input:checked").count() == 0
    assert "ouvrir" not in person.page.url
    assert handler_of(files[0]) is None


@pytest.mark.parametrize(("name", "screen"), SCREENS)
def test_without_javascript_links_and_buttons_do_the_same(
    browser: Browser, live_server, sofia: User, files: list[Incident], name: str, screen
) -> None:
    first, second, third, _ = (incident.reference for incident in files)
    context = browser.new_context(viewport=screen, locale="fr-FR", java_script_enabled=False)
    context.set_default_timeout(10_000)
    sign_in(context, sofia, live_server.url)
    page = context.new_page()
    page.goto(live_server.url + A_TRIER)
    page.get_by_label(f"Choisir le dossier {second}").check()
    page.get_by_role("button", name="Agir sur plusieurs dossiers").click()
    assert page.locator("input[name=dossier]:checked").get_attribute("value") == second
    page.goto(live_server.url + A_TRIER)
    page.get_by_role("link", name=first, exact=True).click()
    page.get_by_role("link", name="Dossier suivant").click()
    page.get_by_role("link", name="Demander un complément").click()
    page.get_by_label("Copie de la réponse déjà publiée").check(force=True)
    page.get_by_role("button", name="Prendre et envoyer la demande").click()
    assert f"ouvrir={third}" in page.url
    assert handler_of(files[1]) == sofia
    page.get_by_role("link", name="Ouvrir le dossier", exact=True).click()
    page.get_by_role("link", name="Dossier suivant").click()
    assert page.get_by_text("Dernier dossier de la vue").is_visible()
    page.get_by_role("link", name="Revenir à la liste").click()
    page.goto(live_server.url + A_TRIER)
    page.get_by_role("button", name=f"Prendre le dossier {first}").click()
    assert page.get_by_text(f"Vous suivez maintenant le dossier {first}.").is_visible()
    assert handler_of(files[0]) == sofia
    context.close()
