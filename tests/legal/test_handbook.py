"""docs/law.md is what counsel signs: it must say what the code does, today."""

from datetime import date, timedelta
from pathlib import Path

from apps.legal.acts import ACTS
from apps.legal.examples import EXAMPLES
from apps.legal.handbook import handbook
from apps.legal.playbook import LadderStep
from apps.legal.relative import read_relative
from apps.legal.rules import RULES
from apps.legal.taxonomy import Label

LAW = Path(__file__).parents[2] / "docs" / "law.md"


def test_the_page_is_up_to_date() -> None:
    assert LAW.read_text(encoding="utf-8") == handbook(), "run: python manage.py write_law"


def test_the_page_names_every_row_that_counsel_must_sign() -> None:
    page = handbook()

    for name in [
        *(row.code for row in RULES),
        *(row.code for row in ACTS),
        *(label.label for label in Label),
        *(step.label for step in LadderStep),
        *(f"| {example.id} |" for example in EXAMPLES),
    ]:
        assert name in page


def test_what_nobody_has_settled_is_said_to_be_open() -> None:
    # legal.md §18: arts 2241 C. civ., closure, dropped bill on elected persons, bill n° 1060.
    page = handbook()
    law, _, to_watch = page.partition("## À surveiller, sans valeur de droit")

    assert "aucune décision trouvée ; par prudence, l’acte nul n’interrompt pas" in law.replace(
        "\u00a0", " "
    )
    assert "1re civ. 20 mars 2007, n° 06-10.352" in law
    assert "n’a pas survécu à la commission mixte paritaire" in law
    assert "n° 1060" in to_watch
    assert "n° 1060" not in law


def test_the_window_of_a_relative_date_is_the_one_in_force() -> None:
    # legal.md §18.3: seen on 23 Nov 2026, « il y a 2 mois » goes back to 23 Aug.
    seen, span = date(2026, 11, 23), read_relative("il y a 2 mois", seen_on=date(2026, 11, 23))

    assert "| n semaines | J − 7n − 7 | J − 7n |" in handbook()
    assert span == (date(2026, 8, 23), date(2026, 9, 23))
    assert read_relative("il y a 3 semaines", seen_on=seen) == (
        seen - timedelta(days=28),
        seen - timedelta(days=21),
    )


def test_every_line_of_a_table_has_as_many_cells_as_its_head() -> None:
    widths: set[int] = set()
    for line in handbook().splitlines():
        if not line.startswith("|"):
            widths.clear()
            continue
        widths.add(line.count("|"))
        assert len(widths) == 1, line


def test_french_punctuation_never_starts_a_line() -> None:
    for sign in ":;?!»":
        assert f" {sign}" not in handbook()
