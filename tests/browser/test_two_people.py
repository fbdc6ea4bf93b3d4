"""Sofia and Karim in front of the same file at the same moment: nothing that either typed is lost,
one decision wins, and the other is told whose, when, and what differs."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from apps.accounts.models import User
from apps.casework.files.take import take
from apps.incidents.models import Incident, Qualification
from apps.incidents.status import Outcome
from apps.legal.taxonomy import Label
from tests.factories import WORDS, declared_incident, handler, supervisor

from .conftest import DESKTOP, Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engine]
SENTENCE = WORDS[:50]
# « 25 novembre 2026 à 23 h 31 », with spaces that do not break.
# `\S+`: for the engine of a browser, « é » is no letter of a word.
MOMENT = r"\d{1,2}(er)?\s\S+\s20\d\d\sà\s\d{1,2}\sh\s\d\d"


@pytest.fixture
def people(transactional_db: None) -> tuple[User, User]:
    return handler(name="Sofia Renard"), supervisor(name="Karim Benali")


@pytest.fixture
def incident(people: tuple[User, User]) -> Incident:
    return declared_incident(at=timezone.now())


@pytest.fixture
def taken(incident: Incident, people: tuple[User, User]) -> Incident:
    return take(incident, by=people[0], at=timezone.now())


@pytest.fixture
def both(people: tuple[User, User], visitor: Callable[..., Visitor]) -> tuple[Visitor, Visitor]:
    """Sofia, who is quicker, and Karim, each signed in at their own screen."""
    screens = visitor("two-sofia", DESKTOP), visitor("two-karim", DESKTOP)
    for screen, person in zip(screens, people, strict=True):
        screen.sign_in(person)
    return screens


def open_both(both: tuple[Visitor, Visitor], incident: Incident, page: str = "") -> None:
    for person in both:
        person.open(f"/bureau/dossiers/{incident.reference}/{page}")


def told(person: Visitor, sentence: str) -> None:
    """It stands in what the page says first: an error summary, or a message."""
    expect(person.page.get_by_text(re.compile(sentence)).first).to_be_visible()


def test_of_two_who_take_a_file_the_second_is_told_who_was_quicker(both, incident, people) -> None:
    sofia, karim = both
    open_both(both, incident)
    sofia.press("Prendre ce dossier")
    sofia.sees(f"Vous suivez maintenant le dossier {incident.reference}.")
    karim.press("Prendre ce dossier")
    told(karim, r"vient d’être pris par Sofia Renard \(\d\d:\d\d\)")
    incident.refresh_from_db()
    assert incident.handler == people[0]


def test_of_two_who_take_a_file_from_the_list_the_second_learns_it_in_its_row(
    both, incident, people
) -> None:
    sofia, karim = both
    for person in both:
        person.open("/bureau/?vue=a_trier")
    for person in (sofia, karim):
        person.press(f"Prendre le dossier {incident.reference}")
    told(karim, r"vient d’être pris par Sofia Renard \(\d\d:\d\d\)")
    incident.refresh_from_db()
    assert incident.handler == people[0]


def test_two_notes_written_at_once_are_both_kept(both, taken) -> None:
    sofia, karim = both
    open_both(both, taken, "notes/")
    sofia.fill("Votre note", "Rappeler le sociétaire lundi.")
    karim.fill("Votre note", "Prévoir un constat.")
    sofia.press("Enregistrer la note")
    karim.press("Enregistrer la note")
    for note in ("Rappeler le sociétaire lundi.", "Prévoir un constat."):
        karim.sees(note)
    assert taken.notes.count() == 2


def qualify(person: Visitor, label: Label, reason: str) -> None:
    person.fill("Le passage, mot pour mot", SENTENCE)
    person.page.get_by_label("Qualification", exact=True).select_option(label.value)
    person.fill("Motif", reason)


def test_of_two_readings_of_the_same_words_one_stands_and_the_other_is_shown_both(
    both, taken, people
) -> None:
    sofia, karim = both
    open_both(both, taken, "contenus/1/qualifier/")
    qualify(sofia, Label.DIFF_PUB, "Un fait précis.")
    qualify(karim, Label.INJ_PUB, "Aucun fait précis.")
    sofia.press("Enregistrer l’orientation")
    karim.press("Enregistrer l’orientation")
    first = Qualification.objects.get()
    assert (first.legal, first.by) == (Label.DIFF_PUB, people[0])

    told(karim, "Sofia Renard a enregistré une orientation")
    difference = karim.page.get_by_role("table").filter(has_text="Vous, non enregistré")
    expect(difference).to_contain_text(re.compile(rf"Sofia Renard, le {MOMENT}"))
    expect(difference).to_contain_text(Label.DIFF_PUB.label)
    expect(difference).to_contain_text("Aucun fait précis.")
    assert karim.has_typed("Motif") == "Aucun fait précis."
    assert karim.has_typed("Le passage, mot pour mot") == SENTENCE

    # Now that he has seen hers, he may replace it: both are kept.
    karim.press("Enregistrer l’orientation")
    assert Qualification.objects.open().get().legal is Label.INJ_PUB
    assert Qualification.objects.count() == 2
    karim.sees("Un fait précis.")


def close(person: Visitor, outcome: Outcome, words: str) -> None:
    about = "Contenu n°\u00a01\u00a0: "
    person.page.get_by_label(f"{about}issue").select_option(outcome.value)
    person.fill(f"{about}motif sans preuve", "Constaté en ligne.")
    person.fill("Bilan adressé au sociétaire", words)
    person.press("Voir le courrier avant de clore")


def test_of_two_closings_one_stands_and_the_other_keeps_what_was_typed(both, taken) -> None:
    sofia, karim = both
    open_both(both, taken, "clore/")
    close(sofia, Outcome.REMOVED_BY_AUTHOR, "L’auteur a retiré son avis.")
    close(karim, Outcome.REMOVED_BY_PLATFORM, "La plateforme a retiré l’avis.")
    sofia.press("Clore le dossier et envoyer")
    karim.press("Clore le dossier et envoyer")
    taken.refresh_from_db()
    assert taken.closing_words == "L’auteur a retiré son avis."
    assert taken.closings.count() == 1
    told(karim, rf"Sofia Renard a déjà clos ce dossier le {MOMENT}.*retiré par son auteur")
    assert karim.has_typed("Bilan adressé au sociétaire") == "La plateforme a retiré l’avis."


def test_a_file_that_changes_while_it_is_being_closed_is_read_again_first(both, taken) -> None:
    sofia, karim = both
    sofia.open(f"/bureau/dossiers/{taken.reference}/clore/")
    close(sofia, Outcome.REMOVED_BY_AUTHOR, "L’auteur a retiré son avis.")
    karim.open(f"/bureau/dossiers/{taken.reference}/contenus/1/qualifier/")
    qualify(karim, Label.DIFF_PUB, "Un fait précis.")
    karim.press("Enregistrer l’orientation")
    sofia.press("Clore le dossier et envoyer")
    told(sofia, rf"Karim Benali a changé ce dossier le {MOMENT}")
    assert sofia.has_typed("Bilan adressé au sociétaire") == "L’auteur a retiré son avis."
    taken.refresh_from_db()
    assert taken.is_open
