"""What each qualification means, and that none of them ever silences the three-month clock."""

import pytest

from apps.legal.republication import NOT_A_PUBLICATION, Grade, PublicationKind
from apps.legal.rules import rule
from apps.legal.taxonomy import SCALE, Label, highest

AGGRAVATED_IN_PUBLIC = {Label.DIFF_PUB_AGG, Label.INJ_PUB_AGG, Label.PROVOC}


@pytest.mark.parametrize("label", Label)
def test_the_three_months_run_first_whatever_the_qualification(label: Label) -> None:
    assert label.rule_codes[0] == "PRESS_3M"
    assert len(set(label.rule_codes)) == len(label.rule_codes)
    for code in label.rule_codes:
        assert rule(code).code == code


@pytest.mark.parametrize("label", Label)
def test_only_public_aggravated_words_run_a_year(label: Label) -> None:
    assert ("PRESS_1Y" in label.rule_codes) == (label in AGGRAVATED_IN_PUBLIC)


@pytest.mark.parametrize("label", Label)
def test_a_label_speaks_french_and_leaves_the_last_word_to_a_judge(label: Label) -> None:
    assert label.label
    assert label.plain_sentence.startswith("À ce stade, ")
    assert label.plain_sentence.endswith(". Seul un juge peut le dire.")
    assert label.articles or label is Label.UNDETERMINED


def test_a_doctor_reads_a_plain_sentence() -> None:
    assert Label.DIFF_PUB.plain_sentence == (
        "À ce stade, nous pensons à une diffamation. Seul un juge peut le dire."
    )


def test_families_are_told_apart() -> None:
    assert {label for label in Label if label.is_lawful} == {Label.OPINION}
    assert {label for label in Label if label.is_aggravated} == {
        *AGGRAVATED_IN_PUBLIC,
        Label.DIFF_NP_AGG,
        Label.INJ_NP_AGG,
    }
    assert all(label.is_press for label in Label if label.startswith(("DIFF_", "INJ_")))
    assert not Label.DENIGREMENT.is_press


@pytest.mark.parametrize("kind", PublicationKind)
def test_a_publication_has_its_words_its_grade_and_its_source(kind: PublicationKind) -> None:
    assert kind.label
    assert kind.source
    assert kind.is_disputed == (kind.grade is Grade.DISPUTED)


def test_a_new_name_on_a_page_publishes_nothing() -> None:
    # Crim. 11 June 2024, n° 23-86.920.
    events = dict(NOT_A_PUBLICATION)

    assert "23-86.920" in events["Changement du nom de la page, ou de celui de son propriétaire"]
    assert "Wikipédia" in PublicationKind.REPOST.source


def test_an_edit_and_a_share_are_disputed() -> None:
    disputed = {kind for kind in PublicationKind if kind.is_disputed}

    assert disputed == {PublicationKind.EDIT, PublicationKind.THIRD_PARTY_SHARE}


def test_every_label_has_its_place_on_the_scale() -> None:
    assert sorted(SCALE) == sorted(Label)


@pytest.mark.parametrize(
    ("labels", "gravest"),
    [
        ([], Label.UNDETERMINED),
        ([Label.OPINION], Label.OPINION),
        ([Label.INJ_PUB, Label.OPINION], Label.INJ_PUB),
        ([Label.DIFF_PUB, Label.INJ_PUB], Label.DIFF_PUB),
        ([Label.DIFF_PUB, Label.INJ_PUB_AGG], Label.INJ_PUB_AGG),
        ([Label.DIFF_NP_AGG, Label.INJ_PUB], Label.INJ_PUB),
        ([Label.DIFF_PUB_AGG, Label.MENACES], Label.MENACES),
    ],
)
def test_a_file_bears_the_gravest_label(labels: list[Label], gravest: Label) -> None:
    assert highest(labels) is gravest
