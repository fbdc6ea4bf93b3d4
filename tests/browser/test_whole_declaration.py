"""From the public page to the receipt on paper: on a phone and on a desktop, with and without
JavaScript, and with the keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.utils.timezone import localdate
from PIL import Image
from playwright.sync_api import ConsoleMessage, Page, Response, expect

from apps.casework.tasks import make_receipts
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from tests.exhibits.corpus import heic
from tests.factories import PASSWORD, PlatformFactory, PractitionerFactory, png

from .conftest import DESKTOP, PHONE, Visitor
from .keyboard import Keyboard

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Ce chirurgien a falsifié ses comptes rendus."
AT_MOST_SCREENS = 12  # of questions, from the first one to the last look
AT_MOST_OCTETS = 150_000
SCREENS = [
    pytest.param("390", PHONE, True, id="phone"),
    pytest.param("1440", DESKTOP, True, id="desktop"),
    pytest.param("390-sans-js", PHONE, False, id="phone without JavaScript"),
    pytest.param("1440-sans-js", DESKTOP, False, id="desktop without JavaScript"),
]


class Declarant(Visitor):
    """Weighs each page they open, and hears every complaint of the browser."""

    def __init__(self, page: Page, site: str, name: str) -> None:
        super().__init__(page, site, name)
        self.complaints: list[str] = []
        self.weights: dict[str, int] = {}
        self._static: dict[str, int] = {}
        self._asked: list[str] = []
        self._hear("response", self._note)
        self._hear("console", self._note_complaint)

    def look(self) -> None:
        super().look()
        asked, self._asked[:] = set(self._asked), []
        self.weights[self.page.url] = sum(self._octets(url) for url in asked)

    def _octets(self, url: str) -> int:
        """Asked again, without the cache; what is the same for all pages, once."""
        if "/static/" not in url:
            return len(self.page.request.get(url).body())
        if url not in self._static:
            self._static[url] = len(self.page.request.get(url).body())
        return self._static[url]

    def _note(self, answer: Response) -> None:
        is_ours = answer.request.method == "GET" and answer.status == 200
        if is_ours and not answer.url.startswith("data:"):
            self._asked.append(answer.url)

    def _note_complaint(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)


@pytest.fixture
def doctor(transactional_db: None) -> Practitioner:
    PlatformFactory()
    return PractitionerFactory()


@pytest.fixture
def declarant(visitor: Callable[..., Visitor]) -> Callable[..., Declarant]:
    def arrive(name: str, screen: dict[str, int], with_javascript: bool = True) -> Declarant:
        # Nothing is in its cache: what each page asks for is weighed.
        person = visitor(f"declaration-{name}", screen, breaks=True, kind=Declarant)
        if not with_javascript:
            person.do_without_javascript()
        return person

    return arrive


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A screenshot, the photograph of a screen (12 megapixels), and what an iPhone makes."""
    photo = BytesIO()
    Image.effect_noise((4000, 3000), 40).save(photo, "JPEG", quality=75)
    contents = {
        "capture.png": png(size=(780, 1688)).read(),
        "IMG_2041.jpg": photo.getvalue(),
        "IMG_2042.heic": heic((1200, 900)),
    }
    folder = tmp_path_factory.mktemp("files")
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def sign_in(person: Declarant, doctor: Practitioner) -> None:
    person.fill("Adresse e-mail", doctor.user.email)
    person.fill("Mot de passe", PASSWORD)
    person.press("Se connecter")


def add(person: Declarant, files: list[Path], *, with_javascript: bool) -> None:
    """They leave as they are chosen; without JavaScript, with a button."""
    person.page.get_by_label("Fichiers", exact=False).first.set_input_files(files)
    if not with_javascript:
        person.press("Ajouter ces fichiers")
    for file in files:
        received = person.page.locator("#received").get_by_role("link", name=file.name, exact=True)
        expect(received).to_be_visible(timeout=60_000)
    person.look()


@pytest.mark.parametrize(("name", "screen", "with_javascript"), SCREENS)
def test_from_the_public_page_to_the_receipt(
    declarant, doctor: Practitioner, files: list[Path], name, screen, with_javascript
) -> None:
    person = declarant(name, screen, with_javascript)
    person.open("/accueil/")
    person.follow("Déclarer un incident")
    sign_in(person, doctor)
    person.press("Commencer")
    seen_before = len(person.pages_seen) - 1
    person.choose("Que se passe-t-il", "Une publication ou une discussion")
    person.press("Continuer")
    person.choose("Mode d’exercice", "Libéral")
    person.press("Continuer")
    person.fill("Collez le ou les liens", "https://www.facebook.com/groups/avis/posts/1")
    person.press("Continuer")
    person.fill("Les mots exacts", WORDS)
    person.choose("Qui peut lire ce contenu", "Tout le monde")
    person.press("Enregistrer ce contenu")
    person.follow("Continuer")
    person.choose("Quand ce contenu a-t-il été publié", "Le site donne le jour exact")
    person.date("Jour de publication", localdate() - timedelta(days=10))
    person.choose("A-t-il été modifié", "Non")
    person.press("Continuer")
    add(person, files, with_javascript=with_javascript)
    person.press("Continuer")
    person.choose("Avez-vous déjà répondu à l’auteur", "Non")
    person.choose("Avez-vous déjà signalé le contenu", "Non")
    person.choose("Un commissaire de justice", "Non")
    person.choose("Ce que vous souhaitez", "Le retrait")
    person.press("Continuer")
    screens = len(person.pages_seen) - seen_before
    if not with_javascript:
        screens -= 1  # the button that sends the files
    assert screens - 1 <= AT_MOST_SCREENS, person.pages_seen[seen_before:]
    person.page.get_by_label("Je déclare que ces informations").check(force=True)
    person.press("Envoyer ma déclaration")
    person.sees("Déclaration reçue")
    assert [exhibit.name for exhibit in Exhibit.objects.order_by("name")] == sorted(
        file.name for file in files
    )
    make_receipts()
    person.page.reload()
    person.look()
    receipt = person.page.locator("#receipt a").get_attribute("href")
    with pikepdf.open(BytesIO(person.download(receipt))) as paper:
        assert len(paper.pages) >= 1
    person.follow("Suivre mon dossier")
    person.sees(doctor.incidents.get().reference)
    assert not person.complaints
    heaviest = max(person.weights, key=person.weights.__getitem__)
    assert person.weights[heaviest] <= AT_MOST_OCTETS, (heaviest, person.weights[heaviest])


def test_with_the_keyboard_alone(declarant, doctor: Practitioner) -> None:
    person = declarant("clavier", DESKTOP)
    keys = Keyboard(person)
    person.open("/declarer/")
    keys.type("Adresse e-mail", doctor.user.email)
    keys.type("Mot de passe", PASSWORD)
    keys.press("button", "Se connecter")
    keys.press("button", "Commencer")
    keys.choose("Que se passe-t-il", "Une publication ou une discussion")
    keys.press("button", "Continuer")
    keys.choose("Mode d’exercice", "Libéral")
    keys.press("button", "Continuer")
    keys.type("Collez le ou les liens", "https://www.facebook.com/groups/avis/posts/1")
    keys.press("button", "Continuer")
    keys.type("Les mots exacts", WORDS)
    keys.choose("Qui peut lire ce contenu", "Tout le monde")
    keys.press("button", "Enregistrer ce contenu")
    keys.press("link", "Continuer")
    keys.choose("Quand ce contenu a-t-il été publié", "Je ne sais pas")
    keys.press("button", "Continuer")
    keys.press("button", "Continuer")
    keys.choose("Avez-vous déjà répondu à l’auteur", "Non")
    keys.choose("Avez-vous déjà signalé le contenu", "Non")
    keys.choose("Un commissaire de justice", "Non")
    keys.press("button", "Continuer")
    keys.go_to(person.page.get_by_label("Je déclare que ces informations"))
    person.page.keyboard.press("Space")
    keys.press("button", "Envoyer ma déclaration")
    person.sees("Déclaration reçue")
    keys.press("link", "Suivre mon dossier")
    person.sees(doctor.incidents.get().reference)
