"""The words that were judged: who told of them, and what is never said of a public reply."""

import re

import pytest

from apps.legal.rulings import RULINGS, Ruling, examples_for, rulings_on
from apps.legal.taxonomy import Label

EVERY_RULING = pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: ruling.words[:30])
TOLD_BY_OTHERS = "d’après"
# legal.md §18.5: [S], read in a law firm's note, an abstract or the press, never the decision.
NOT_READ = ("25/52961", "22/01814", "TGI Paris, référé, 11 juillet 2019", "CE, 25 novembre 2019")


@EVERY_RULING
def test_a_card_says_what_was_held_and_by_whom(ruling: Ruling) -> None:
    assert ruling.labels
    assert ruling.words
    assert ruling.source
    assert ruling.held


@pytest.mark.parametrize("reference", NOT_READ)
def test_a_decision_that_nobody_read_says_who_told_of_it(reference: str) -> None:
    (ruling,) = (one for one in RULINGS if reference in one.source)

    assert TOLD_BY_OTHERS in ruling.source


@EVERY_RULING
def test_no_card_says_that_a_public_reply_was_punished(ruling: Ruling) -> None:
    # legal.md §18.5: none was found.
    said = f"{ruling.words} {ruling.held} {ruling.plain}"

    assert not re.search(r"répon(se|dre|du)", said)


def test_the_listings_are_told_with_the_decisions_that_go_the_other_way() -> None:
    (chambery,) = rulings_on(Label.RGPD)

    assert "40\u00a0000 €" in chambery.held
    assert "d’après une seule page" in chambery.held
    assert "à Paris, des juges l’avaient refusé" in chambery.plain


def test_what_was_lost_against_a_host_is_told_before_anybody_sues() -> None:
    # TJ Paris 10 Oct 2025, n° 25/52961.
    for label in (Label.DIFF_PUB, Label.DENIGREMENT):
        assert any("25/52961" in ruling.source for ruling in examples_for(label))
