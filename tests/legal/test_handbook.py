"""docs/law.md is what counsel signs: it must say what the code does, today."""

from pathlib import Path

from apps.legal.acts import ACTS
from apps.legal.examples import EXAMPLES
from apps.legal.handbook import handbook
from apps.legal.playbook import LadderStep
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
