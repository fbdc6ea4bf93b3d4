from typing import Any

import pytest

from .reading import text_of
from .samples import lawyer_content, made


def text(**changes: Any) -> str:
    return text_of(made(lawyer_content() | changes))


def test_each_passage_bears_its_orientation_and_its_reason() -> None:
    said = text()
    for words in (
        "Dossier de mandat",
        "Orientation du gestionnaire, sans valeur de qualification judiciaire",
        "« Ce chirurgien a opéré sans autorisation le 3 mars. »",
        "Diffamation publique envers un particulier",
        "L. 1881 art. 23, 29 al. 1 et 32 al. 1",
        "Fait précis, vérifiable, imputé à la personne.",
        "Aucun passage n’a encore reçu d’orientation.",
        "Appréciation non renseignée",
        "Samedi 21 novembre 2026 : Plainte simple, par le praticien",
    ):
        assert words in said


def test_every_clock_is_there_with_its_own_reckoning() -> None:
    said = text()
    assert "Dénigrement, vie privée" in said
    assert "Règle CIVIL_5Y" in said
    assert "Diffamation ou injure, publique ou non : calcul détaillé en première page" in said
    assert said.count("Règle PRESS_3M") == 2, "the first page, and the content of unknown date"


@pytest.mark.parametrize(
    "words",
    [
        "Les propos incriminés sont précisés",
        "une qualification, et une seule",
        "y compris celui qui réprime",
        "Le domicile est élu dans la ville même",
        "notifié au ministère public",
    ],
)
def test_the_formalities_of_article_53_are_a_list_to_tick(words: str) -> None:
    assert words in text()


def test_a_hospital_practitioner_calls_for_article_32() -> None:
    assert "relève de l’article 32" in text()
    assert "Statut hospitalier" not in text(is_hospital=False)


def test_what_was_done_before_is_told_with_what_to_check() -> None:
    said = text(bailiff_report_on="2026-11-20", already_replied=True, already_reported=True)
    assert "Déjà dressé le vendredi 20 novembre 2026." in said
    assert "provocation (art. 33 al. 2)" in said
    assert "Déjà signalé à la plateforme" in said
    said = text(already_replied=False)
    assert "Aucun à ce jour." in said
    assert "provocation" not in said


def test_the_free_choice_is_proved_by_its_own_words() -> None:
    said = text()
    assert "recueilli le lundi 23 novembre 2026 (C. assur. art. L. 127-3)" in said
    assert "Je demande par écrit à mon assureur" in said
    own = lawyer_content()["free_choice"] | {"lawyer_name": "Me Arnaud", "lawyer_contact": "Lyon"}
    assert "Avocat désigné : Me Arnaud, Lyon" in text(free_choice=own)
    assert "Aucun choix écrit du praticien" in text(free_choice=None)
