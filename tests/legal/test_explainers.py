"""One page per qualification, in words that a practitioner understands."""

import re

import pytest

from apps.legal.explainer_shape import Explainer
from apps.legal.explainers import EXPLAINERS, SCALED, explainer_at, explainer_of
from apps.legal.taxonomy import SCALE, Label

BY_SLUG = pytest.mark.parametrize("page", EXPLAINERS, ids=lambda page: page.slug)
JARGON = re.compile(
    r"art\.|L\. ?1881|C\. civ|\bCP\b|référé|assignation|imput|illicite|prescription|sinistre|"
    r"victime|agresseur|contravention|plaignant",
    re.IGNORECASE,
)


def words(page: Explainer) -> str:
    told = (ruling.plain for ruling in page.cases)
    return " ".join(
        (page.name, page.means, *page.signs, *page.actions, page.follows, page.term, *told)
    )


@pytest.mark.parametrize("label", Label)
def test_every_label_has_one_page(label: Label) -> None:
    assert [page for page in EXPLAINERS if label in page.labels] == [explainer_of(label)]


@BY_SLUG
def test_a_page_is_found_by_its_address(page: Explainer) -> None:
    assert explainer_at(page.slug) is page
    assert re.fullmatch(r"[a-z-]+", page.slug)


def test_an_address_that_nobody_wrote_is_no_page() -> None:
    assert explainer_at("felonie") is None


@BY_SLUG
def test_a_page_is_whole_and_gives_an_example(page: Explainer) -> None:
    for part in (page.means, page.signs, page.actions, page.follows, page.term):
        assert part
    assert bool(page.cases) != bool(page.example), "a known case, else made-up words"


@BY_SLUG
def test_a_page_speaks_plainly_and_promises_no_removal(page: Explainer) -> None:
    said = words(page)
    assert not JARGON.search(said), JARGON.search(said)
    assert "sera retiré" not in said
    assert "nous faisons retirer" not in said.lower()
    assert "!" not in said


def test_the_first_pages_climb_the_scale() -> None:
    places = [SCALE.index(page.labels[0]) for page in EXPLAINERS[:SCALED]]
    assert places == sorted(places)
    assert [page.name for page in EXPLAINERS[:SCALED]] == ["Critique", "Injure", "Diffamation"]


def test_the_guide_of_the_insurer_illustrates_insult_and_defamation() -> None:
    for label, example in (
        (Label.INJ_PUB, "nul, incompétent, charlatan"),
        (Label.DIFF_PUB, "abdominoplastie"),
    ):
        assert any(example in ruling.words for ruling in explainer_of(label).cases)
