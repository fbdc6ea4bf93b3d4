"""What is typed survives: the network cut, the session lost, another window, a small screen."""

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Page, expect

from apps.incidents.models import Declaration
from apps.portal.steps import DeclarationStep
from tests.factories import PASSWORD, PractitionerFactory
from tests.portal.typed import draft_at

from .conftest import DESKTOP, PHONE, Visitor, sign_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engine]
WORDS = "Ce chirurgien a falsifié ses comptes rendus."
REVIEW = "contenus/1/"


@pytest.fixture
def declaration(transactional_db: None) -> Declaration:
    return draft_at(PractitionerFactory(), DeclarationStep.REVIEWS)


@pytest.fixture
def surgeon(declaration: Declaration, visitor: Callable[..., Visitor]) -> Visitor:
    """Signed in, in front of the first content."""
    surgeon = visitor("nothing-lost", DESKTOP, breaks=True)
    surgeon.sign_in(declaration.practitioner.user)
    surgeon.open(address(declaration))
    return surgeon


def address(declaration: Declaration, page: str = REVIEW) -> str:
    return f"/declarer/{declaration.key}/{page}"


def words_of(declaration: Declaration) -> str | None:
    declaration.refresh_from_db()
    return declaration.answers.get("reviews", {}).get("1", {}).get("words")


def is_kept(page: Page) -> None:
    expect(page.locator("#kept")).to_have_text(re.compile(r"Enregistré à \d\d:\d\d"))


def waiting_here(page: Page) -> str:
    return page.evaluate("JSON.stringify(localStorage)")


def test_what_is_typed_is_kept_after_a_pause(surgeon: Visitor, declaration: Declaration) -> None:
    surgeon.fill("Les mots exacts", WORDS)
    is_kept(surgeon.page)
    assert words_of(declaration) == WORDS
    assert waiting_here(surgeon.page) == "{}", "nothing stays on the device"
    surgeon.look()
    surgeon.open(address(declaration))
    expect(surgeon.page.get_by_label("Les mots exacts")).to_have_value(WORDS)
    surgeon.does_not_see("Erreur")


def test_the_network_is_cut_in_the_middle_and_comes_back(
    surgeon: Visitor, declaration: Declaration
) -> None:
    context = surgeon.page.context
    context.set_offline(True)
    surgeon.fill("Les mots exacts", WORDS)
    surgeon.page.get_by_label("Pseudonyme de l’auteur").click()
    surgeon.page.get_by_role("alert").get_by_text("gardé sur ce téléphone").wait_for()
    surgeon.page.get_by_role("button", name="Enregistrer ce contenu").click()
    expect(surgeon.page.get_by_label("Les mots exacts")).to_have_value(WORDS)
    assert WORDS in waiting_here(surgeon.page)
    assert words_of(declaration) is None
    context.set_offline(False)
    is_kept(surgeon.page)
    assert words_of(declaration) == WORDS
    assert waiting_here(surgeon.page) == "{}"


def test_a_page_closed_without_network_offers_its_words_back(
    surgeon: Visitor, declaration: Declaration
) -> None:
    context = surgeon.page.context
    context.set_offline(True)
    surgeon.fill("Les mots exacts", WORDS)
    surgeon.page.get_by_label("Pseudonyme de l’auteur").click()
    surgeon.page.close()
    context.set_offline(False)
    surgeon.page = context.new_page()
    surgeon.open(address(declaration))
    surgeon.sees("Des réponses plus récentes sont gardées sur ce téléphone.")
    surgeon.page.get_by_role("button", name="Les reprendre").click()
    is_kept(surgeon.page)
    assert words_of(declaration) == WORDS


def test_signing_out_leaves_no_word_on_the_device(
    surgeon: Visitor, declaration: Declaration
) -> None:
    surgeon.page.route("**/garder/", lambda route: route.abort())
    surgeon.fill("Les mots exacts", WORDS)
    surgeon.page.get_by_role("alert").get_by_text("gardé sur ce téléphone").wait_for()
    assert WORDS in waiting_here(surgeon.page)
    surgeon.page.get_by_role("button", name="Se déconnecter").click()
    surgeon.page.wait_for_load_state("load")
    assert waiting_here(surgeon.page) == "{}"


def test_a_lost_session_is_found_again_without_leaving_the_page(
    surgeon: Visitor, declaration: Declaration
) -> None:
    Session.objects.all().delete()
    surgeon.fill("Les mots exacts", WORDS)
    dialog = surgeon.page.get_by_role("dialog")
    dialog.get_by_text("Vos réponses sont gardées").wait_for()
    surgeon.look()
    dialog.get_by_label("Adresse e-mail").fill(declaration.practitioner.user.email)
    dialog.get_by_label("Mot de passe").fill("un mauvais mot")
    dialog.get_by_role("button", name="Se connecter").click()
    dialog.locator("[data-error-summary]").wait_for()
    dialog.get_by_label("Mot de passe").fill(PASSWORD)
    dialog.get_by_role("button", name="Se connecter").click()
    is_kept(surgeon.page)
    assert words_of(declaration) == WORDS
    surgeon.choose("Qui peut lire ce contenu", "Tout le monde")
    surgeon.press("Enregistrer ce contenu")
    assert surgeon.page.url.endswith("/contenus/"), "the form has its new token"


@pytest.mark.parametrize("with_javascript", [True, False])
def test_pressing_next_after_the_session_was_lost_keeps_the_text(
    browser: Browser, live_server, declaration: Declaration, with_javascript: bool
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=with_javascript)
    context.set_default_timeout(10_000)
    page, email = context.new_page(), declaration.practitioner.user.email
    page.route("**/garder/", lambda route: route.abort())
    sign_in(context, declaration.practitioner.user, live_server.url)
    page.goto(live_server.url + address(declaration, "exercice/"))
    Session.objects.all().delete()
    page.get_by_role("group", name="Mode d’exercice").get_by_label("Remplaçant").check(force=True)
    page.get_by_role("button", name="Continuer", exact=True).last.click()
    page.get_by_text("Vos réponses ont été gardées").first.wait_for()
    type_in(page, email)
    if not with_javascript:
        page.get_by_role("button", name="Enregistrer mes réponses").click()
    page.wait_for_url(re.compile(r"/contenus/"))
    declaration.refresh_from_db()
    assert declaration.answers["practice"]["practice_mode"] == "locum"
    context.close()


def type_in(page: Page, email: str) -> None:
    page.get_by_label("Adresse e-mail").fill(email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()


def test_two_windows_on_the_same_step_and_one_chooses(
    surgeon: Visitor, declaration: Declaration
) -> None:
    other = surgeon.page.context.new_page()
    other.goto(surgeon.page.url)
    surgeon.fill("Les mots exacts", WORDS)
    is_kept(surgeon.page)
    other.get_by_label("Les mots exacts").fill("Autre chose.")
    other.get_by_role("button", name="Comparer les deux textes").click()
    other.get_by_role("heading", name="Deux versions de vos réponses").wait_for()
    expect(other.locator("main")).to_contain_text(WORDS)
    assert words_of(declaration) == WORDS
    first, surgeon.page = surgeon.page, other
    surgeon.look()
    other.get_by_role("button", name="Garder le texte de cette fenêtre").click()
    expect(other.get_by_label("Les mots exacts")).to_have_value("Autre chose.")
    assert words_of(declaration) == "Autre chose."
    first.close()


def test_on_a_phone_one_question_at_a_time(
    visitor: Callable[..., Visitor], declaration: Declaration
) -> None:
    surgeon = visitor("one-at-a-time", PHONE)
    surgeon.sign_in(declaration.practitioner.user)
    surgeon.open(address(declaration, "exercice/"))
    mode = surgeon.page.get_by_role("group", name="Mode d’exercice")
    facility = surgeon.page.get_by_role("group", name="Le contenu est-il sur une page")
    surgeon.choose("Mode d’exercice", "Clinique")
    expect(facility).to_be_hidden()
    surgeon.press("Continuer")
    expect(mode).to_be_hidden()
    expect(facility).to_be_visible()
    surgeon.page.go_back()
    expect(mode).to_be_visible()
    surgeon.press("Continuer")
    surgeon.page.get_by_role("button", name="Retour", exact=True).click()
    expect(mode).to_be_visible()
