"""Words are chosen for a label with the mouse, at the keyboard, and without JavaScript."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from apps.incidents.models import Qualification
from tests.factories import declared_review, handler, taken_incident

from .conftest import DESKTOP, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Fuyez. Un escroc. Vraiment, fuyez. Un escroc."
SECOND = WORDS.rindex("Un escroc.")


@pytest.fixture
def qualify_page(browser: Browser, live_server, request: pytest.FixtureRequest):
    """The page of a content, opened by its handler."""
    sofia = handler()
    incident = taken_incident(sofia, reviews=[declared_review(words=WORDS)])
    context = browser.new_context(
        viewport=DESKTOP, locale="fr-FR", java_script_enabled=getattr(request, "param", True)
    )
    sign_in(context, sofia, live_server.url)
    page = context.new_page()
    page.goto(live_server.url + reverse("desk:qualify", args=[incident.reference, 1]))
    yield page
    context.close()


def save(page: Page) -> None:
    page.get_by_label("Qualification", exact=True).select_option("INJ_PUB")
    page.get_by_label("Motif").fill("Terme outrageant.")
    page.get_by_role("button", name="Enregistrer l’orientation").click()
    expect(page.get_by_text("Passage qualifié")).to_be_visible()


def labelled() -> tuple[int, int]:
    passage = Qualification.objects.get().passage
    return passage.start, passage.end


def test_with_the_mouse(qualify_page: Page) -> None:
    edges = qualify_page.evaluate(
        """from => {
            const words = document.querySelector("[data-quote-from]").firstChild;
            const range = document.createRange();
            range.setStart(words, from);
            range.setEnd(words, words.length);
            const box = range.getBoundingClientRect();
            return [box.left + 1, box.right - 1, box.top + box.height / 2];
        }""",
        SECOND,
    )
    left, right, middle = edges
    qualify_page.mouse.move(left, middle)
    qualify_page.mouse.down()
    qualify_page.mouse.move(right, middle, steps=5)
    qualify_page.mouse.up()
    expect(qualify_page.get_by_label("Le passage, mot pour mot")).to_have_value("Un escroc.")
    save(qualify_page)
    assert labelled() == (SECOND, len(WORDS))


def test_at_the_keyboard(qualify_page: Page) -> None:
    qualify_page.get_by_text("Sélectionner au clavier").focus()
    qualify_page.keyboard.press("Enter")
    keyed = qualify_page.get_by_label(re.compile("à sélectionner avec Maj"))
    keyed.focus()
    qualify_page.keyboard.type("intrus")
    qualify_page.keyboard.press("Control+End")
    for _ in "Un escroc.":
        qualify_page.keyboard.press("Shift+ArrowLeft")
    expect(qualify_page.get_by_label("Le passage, mot pour mot")).to_have_value("Un escroc.")
    expect(keyed).to_have_value(WORDS)
    save(qualify_page)
    assert labelled() == (SECOND, len(WORDS))


@pytest.mark.parametrize("qualify_page", [False], indirect=True)
def test_without_javascript_the_page_asks_which_of_two_places(qualify_page: Page) -> None:
    qualify_page.get_by_label("Le passage, mot pour mot").fill("Un escroc.")
    question = qualify_page.get_by_role("group", name=re.compile("outrageant ou méprisant"))
    question.get_by_label("Oui", exact=True).check(force=True)
    qualify_page.get_by_role("button", name="Voir la suggestion").click()
    expect(qualify_page.get_by_label("Le passage, mot pour mot")).to_have_value("Un escroc.")
    places = qualify_page.get_by_role("group", name=re.compile("Lequel de ces passages"))
    places.get_by_role("radio").nth(1).check(force=True)
    save(qualify_page)
    assert labelled() == (SECOND, len(WORDS))
