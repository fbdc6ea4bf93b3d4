import pytest

from apps.search.query import Query, Term, plain

pytestmark = pytest.mark.engine


def test_words_are_compared_without_case_accents_or_punctuation() -> None:
    assert plain("Très DÉÇUE, l’œil : « nul » !") == "tres decue l oeil nul"


@pytest.mark.parametrize("typed", ['"accueil glacial"', "« accueil glacial »", "“accueil glacial”"])
def test_what_stands_between_quotes_of_any_shape_is_exact(typed: str) -> None:
    assert Query.read(typed).terms == (Term("accueil glacial", is_quote=True),)


def test_an_address_is_one_thing_whose_words_follow_one_another() -> None:
    (term,) = Query.read("https://www.facebook.com/avis").terms
    assert term.stems == "https <-> www <-> facebook <-> com <-> avis:*"


@pytest.mark.parametrize("typed", ["", "  ", '"', "« »", "!!! ???", "'"])
def test_what_says_nothing_looks_for_nothing(typed: str) -> None:
    assert not Query.read(typed)


def test_a_long_search_is_cut() -> None:
    assert len(Query.read(" ".join(f"mot{n}" for n in range(50))).terms) == 8
