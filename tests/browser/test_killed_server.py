"""The server dies between two pages, in the middle of a save, in the middle of the sending."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from playwright.sync_api import Browser, Page, expect

from apps.incidents.models import Declaration, Incident
from apps.journal.models import broken_links
from apps.mailbox.models import Letter
from apps.portal.steps import DeclarationStep
from tests.factories import PractitionerFactory
from tests.portal.typed import complete_draft, draft_at, page_of

from .conftest import DESKTOP, Visitor
from .server import Server
from .windows import new_context

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engine]
WORDS = "Ce chirurgien a falsifié ses comptes rendus."
LINK = "https://www.facebook.com/groups/avis/posts/1"


@pytest.fixture
def arrive(browser: Browser, server: Server) -> Iterator[Callable[..., Visitor]]:
    """`arrive(declaration)` gives its author, signed in."""
    context = new_context(browser, DESKTOP)

    def author(declaration: Declaration) -> Visitor:
        person = Visitor(context.new_page(), server.site, "killed-server")
        person.sign_in(declaration.practitioner.user)
        return person

    yield author
    context.close()


@contextmanager
def held(declaration: Declaration) -> Iterator[None]:
    """Nobody else can write this draft: whoever tries waits in the middle of their transaction."""
    with transaction.atomic():
        Declaration.objects.select_for_update().get(pk=declaration.pk)
        yield


def somebody_waits() -> bool:
    """Is a transaction stopped by the lock? SQLite does not say: a second is enough there."""
    if connection.vendor == "sqlite":
        time.sleep(1)
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def wait_until_stopped(page: Page) -> None:
    for _ in range(200):
        page.wait_for_timeout(50)
        if somebody_waits():
            return
    raise AssertionError("nothing was being saved")


def answers_of(declaration: Declaration) -> dict[str, object]:
    declaration.refresh_from_db()
    return declaration.answers


def test_restarted_between_two_pages_nothing_is_lost(server: Server, arrive) -> None:
    declaration = draft_at(PractitionerFactory(), DeclarationStep.PRACTICE)
    doctor = arrive(declaration)
    doctor.open(page_of(declaration, "declare_practice"))
    doctor.choose("Mode d’exercice", "Remplaçant")
    doctor.press("Continuer")
    doctor.fill("Collez le ou les liens", LINK)
    server.kill()
    server.start()
    doctor.press("Continuer")
    server.kill()
    server.start()
    doctor.fill("Les mots exacts", WORDS)
    doctor.choose("Qui peut lire ce contenu", "Tout le monde")
    doctor.press("Enregistrer ce contenu")
    kept = answers_of(declaration)
    assert kept["practice"]["practice_mode"] == "locum"
    assert kept["reviews"]["1"]["words"] == WORDS
    assert kept["reviews"]["1"]["url"] == LINK


def test_killed_in_the_middle_of_a_save_the_text_waits_on_the_device(
    server: Server, arrive
) -> None:
    declaration = draft_at(PractitionerFactory(), DeclarationStep.REVIEWS)
    doctor = arrive(declaration)
    doctor.open(page_of(declaration, "declare_review", 1))
    with held(declaration):
        doctor.fill("Les mots exacts", WORDS)
        wait_until_stopped(doctor.page)
        server.kill()
        doctor.page.get_by_role("alert").get_by_text("gardé sur ce téléphone").wait_for()
    assert "reviews" not in answers_of(declaration), "no half of a save"
    server.start()
    expect(doctor.page.locator("#kept")).to_contain_text("Enregistré à", timeout=30_000)
    assert answers_of(declaration)["reviews"]["1"]["words"] == WORDS


def test_killed_while_next_was_pressed_the_page_gives_the_text_back(server: Server, arrive) -> None:
    declaration = draft_at(PractitionerFactory(), DeclarationStep.REVIEWS)
    doctor = arrive(declaration)
    doctor.page.route("**/garder/", lambda route: route.abort())
    doctor.open(page_of(declaration, "declare_review", 1))
    doctor.fill("Les mots exacts", WORDS)
    doctor.choose("Qui peut lire ce contenu", "Tout le monde")
    with held(declaration):
        button = doctor.page.get_by_role("button", name="Enregistrer ce contenu")
        button.click(no_wait_after=True)
        wait_until_stopped(doctor.page)
        server.kill()
    assert "reviews" not in answers_of(declaration)
    server.start()
    doctor.page.unroute("**/garder/")
    doctor.page.goto(doctor.site + page_of(declaration, "declare_review", 1))
    doctor.page.get_by_role("button", name="Les reprendre").click()
    doctor.page.get_by_role("button", name="Enregistrer ce contenu").click()
    doctor.page.wait_for_url("**/contenus/")
    assert answers_of(declaration)["reviews"]["1"]["words"] == WORDS


def test_killed_in_the_middle_of_the_sending_nothing_is_sent_then_all_of_it_once(
    server: Server, arrive
) -> None:
    declaration = complete_draft(PractitionerFactory())
    doctor = arrive(declaration)
    doctor.open(page_of(declaration, "check_answers"))
    doctor.page.get_by_label("Je déclare que ces informations").check(force=True)
    with held(declaration):
        button = doctor.page.get_by_role("button", name="Envoyer ma déclaration")
        button.click(no_wait_after=True)
        wait_until_stopped(doctor.page)
        server.kill()
    assert not Incident.objects.exists()
    assert not Letter.objects.filter(kind="incident_declared").exists()
    server.start()
    doctor.page.goto(doctor.site + page_of(declaration, "check_answers"))
    doctor.page.get_by_label("Je déclare que ces informations").check(force=True)
    doctor.press("Envoyer ma déclaration")
    doctor.sees("Déclaration reçue")
    assert broken_links(Incident.objects.get()) == []
    assert Letter.objects.filter(kind="incident_declared").count() == 1


def test_a_double_tap_on_the_sending_is_one_file(server: Server, arrive) -> None:
    declaration = complete_draft(PractitionerFactory())
    doctor = arrive(declaration)
    doctor.open(page_of(declaration, "check_answers"))
    doctor.page.get_by_label("Je déclare que ces informations").check(force=True)
    doctor.page.get_by_role("button", name="Envoyer ma déclaration").dblclick()
    doctor.page.wait_for_url("**/confirmation/**")
    doctor.sees("Déclaration reçue")
    assert Incident.objects.count() == 1
    assert Letter.objects.filter(kind="incident_declared").count() == 1
