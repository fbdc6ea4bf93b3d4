"""A handler's job from the sign-in to the closing with the keyboard alone, at a desk and on a
phone: the focus is always seen, axe finds nothing."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.incidents.models import Qualification
from apps.legal.qualification import Question
from apps.legal.taxonomy import Label
from tests.factories import PASSWORD, WORDS, declared_incident, handler

from .conftest import DESKTOP, PHONE
from .keyboard import Keyboard

pytestmark = pytest.mark.django_db(transaction=True)
SENTENCE = WORDS[:50]
TREE = {
    Question.IDENTIFIABLE: "Oui",
    Question.THREAT: "Non",
    Question.EXPOSURE: "Non",
    Question.GROUND: "Non",
    Question.PRECISE_FACT: "Oui",
}


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["1440", "390"])
def test_a_handler_without_a_mouse(visitor, screen: dict[str, int]) -> None:
    sofia = handler(name="Sofia Renard")
    incident = declared_incident(at=timezone.now())
    person = visitor(f"keyboard-{screen['width']}", screen)
    keys = Keyboard(person)

    # Sign in, open the file, take it.
    person.open("/compte/connexion/")
    keys.type("Adresse e-mail", sofia.email)
    keys.type("Mot de passe", PASSWORD)
    keys.press("button", "Se connecter")
    keys.press("link", incident.reference)
    keys.press("button", "Prendre ce dossier")
    incident.refresh_from_db()
    assert incident.handler == sofia

    # Qualify a passage with the tree.
    keys.press("link", "Qualifier le contenu n°\u00a01")
    keys.type("Le passage, mot pour mot", SENTENCE)
    for question, answer in TREE.items():
        keys.choose(question.label, answer)
    suggestion = person.page.locator("#suggestion")
    expect(suggestion).to_contain_text(Label.DIFF_PUB.label)
    keys.select("Qualification", Label.DIFF_PUB.label)
    keys.type("Motif", "Un fait précis et vérifiable.")
    keys.press("button", "Enregistrer l’orientation")
    assert Qualification.objects.get().legal is Label.DIFF_PUB

    # Write a note, ask for a piece.
    keys.press("link", "Notes")
    keys.type("Votre note", "Rappeler le sociétaire lundi.")
    keys.press("button", "Enregistrer la note")
    assert incident.notes.get().author == sofia
    keys.press("link", "Pièces")
    keys.press("link", "Demander une pièce au sociétaire")
    keys.tick("Capture avec l’adresse visible")
    keys.press("button", "Envoyer la demande")
    assert incident.information_requests.count() == 1

    # Close.
    keys.press("link", "Clore le dossier")
    keys.select("Contenu n°\u00a01\u00a0: issue", "Retiré par son auteur")
    keys.type("Contenu n°\u00a01\u00a0: motif sans preuve", "Constaté en ligne.")
    keys.type("Bilan adressé au sociétaire", "L’auteur a retiré son avis.")
    keys.press("button", "Voir le courrier avant de clore")
    keys.press("button", "Clore le dossier et envoyer")
    incident.refresh_from_db()
    assert not incident.is_open
