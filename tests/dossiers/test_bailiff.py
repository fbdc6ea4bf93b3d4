from typing import Any

import pytest

from .reading import pages_of, text_of
from .samples import URL, bailiff_content, exhibit, made, review


def text(**changes: Any) -> str:
    return text_of(made(bailiff_content(**changes)))


def first_page() -> str:
    return pages_of(made(bailiff_content()))[0]


def test_the_first_page_says_who_asks_what_and_by_when() -> None:
    page = first_page()
    for words in (
        "Dossier de demande de constat",
        "2 contenus à constater en ligne, mot pour mot – 3 pièces",
        "ER-2026-000001",
        "M-000012",
        "établie le mardi 24 novembre 2026",
        "SELARL Bellecour & Associés, Lyon",
        "Camille Roy",
        "Dr Hélène Vasseur",
        "Constater les deux contenus ci-après",
        "Réponse attendue avant le mercredi 25 novembre 2026",
    ):
        assert words in page


def test_the_first_page_gives_the_four_dates_and_how_they_were_found() -> None:
    page = first_page()
    for words in (
        "Agir au plus tard le lundi 25 janvier 2027",
        "Date théorique",
        "Date prudente",
        "Date opérationnelle",
        "Dernier jour de signification",
        "mardi 26 janvier 2027",
        "Comment ces dates sont calculées",
        "Règle non encore validée",
        "+ 3 mois =",
    ):
        assert words in page


def test_a_rule_that_counsel_has_signed_bears_no_warning() -> None:
    signed = bailiff_content()["clock"] | {"is_validated": True, "explanation": ["Calcul."]}
    reviews = [review(clocks=[signed])]
    assert "non encore validée" not in text(clock=signed, reviews=reviews)


def test_an_unknown_date_promises_no_day() -> None:
    unknown = bailiff_content()["reviews"][1]["clocks"][0]
    page = text(clock=unknown, reviews=[bailiff_content()["reviews"][1]])
    assert "Date de publication inconnue" in page
    assert "traiter en urgence" in page
    assert "Agir au plus tard" not in page


def test_a_file_without_a_clock_says_so() -> None:
    assert "Aucun délai ne court" in text(clock=None, reviews=[review(clocks=[])])


def test_each_content_says_where_it_is_and_its_exact_words() -> None:
    said = text()
    assert URL in said.replace(" ", "")
    for words in (
        "Contenu n° 1 – Facebook",
        "« Dr Hélène Vasseur » sur Facebook",
        "Patient 69",
        "Tout le monde, 5 000 membres",
        "Ce chirurgien a opéré sans autorisation le 3 mars. Tout l’hôpital le sait",
        "Entre le lundi 26 octobre 2026 et le lundi 2 novembre 2026",
        "Source : date relative affichée par la plateforme",
        "Cette date ne fait pas courir le délai.",
        "Contenu n° 2 – Facebook",
        "Encore un de ses « miracles »",
        "Date inconnue",
    ):
        assert words in said


def test_there_is_no_reading_and_no_debate() -> None:
    said = text().lower()
    for word in ("diffam", "injur", "dénigr", "qualif", "orientation", "provocation", "illicite"):
        assert word not in said


@pytest.mark.parametrize(
    "words",
    [
        "NF Z67-147",
        "adresses IP publique et locale",
        "aucun serveur mandataire",
        "cookies, historique",
        "Horloge synchronisée",
        "Première page visitée",
        "code source enregistré",
        "Indépendance du commissaire de justice",
    ],
)
def test_the_technical_conditions_are_a_list_to_tick(words: str) -> None:
    assert words in text()


def test_an_earlier_report_is_announced() -> None:
    assert "dressé le vendredi 20 novembre 2026" in text(bailiff_report_on="2026-11-20")
    assert "Un premier constat" not in text()


def test_the_exhibit_list_gives_each_hash_in_full() -> None:
    said = text()
    for number in (1, 2, 3):
        assert exhibit(number)["sha256"] in said
    assert "procès-verbal de constat" in said
    assert "1,2 Mo" in said
    assert "23/11/2026" in said


def test_a_mission_without_exhibits_says_so() -> None:
    assert "Aucune pièce n’est jointe" in text(exhibits=[])
