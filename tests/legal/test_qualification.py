"""The tree of legal.md §2.5, branch by branch."""

from dataclasses import fields, replace

import pytest

from apps.legal.qualification import Answers, Practice, Question, Readership, suggest
from apps.legal.taxonomy import Label

NO = Answers(
    identifiable=True,
    threat=False,
    exposure=False,
    ground=False,
    precise_fact=False,
    outrage=False,
    unfounded_service=False,
    not_a_patient=False,
    series=False,
)


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ({}, Label.OPINION),
        ({"identifiable": False, "precise_fact": True}, Label.OPINION),
        ({"threat": True, "precise_fact": True}, Label.MENACES),
        ({"exposure": True, "outrage": True}, Label.DOXING),
        ({"precise_fact": True}, Label.DIFF_PUB),
        ({"precise_fact": True, "outrage": True}, Label.DIFF_PUB),
        ({"precise_fact": True, "ground": True}, Label.DIFF_PUB_AGG),
        ({"outrage": True}, Label.INJ_PUB),
        ({"outrage": True, "ground": True}, Label.INJ_PUB_AGG),
        ({"precise_fact": True, "audience": Readership.CLOSED_GROUP}, Label.DIFF_NP),
        (
            {"precise_fact": True, "ground": True, "audience": Readership.CLOSED_GROUP},
            Label.DIFF_NP_AGG,
        ),
        ({"outrage": True, "audience": Readership.CLOSED_GROUP}, Label.INJ_NP),
        ({"outrage": True, "ground": True, "audience": Readership.CLOSED_GROUP}, Label.INJ_NP_AGG),
        ({"outrage": True, "audience": Readership.PRIVATE_MESSAGE}, Label.OUTRAGE_SANTE),
        ({"unfounded_service": True}, Label.DENIGREMENT),
        ({"precise_fact": True, "unfounded_service": True}, Label.DIFF_PUB),
        ({"ground": True}, Label.UNDETERMINED),
    ],
)
def test_the_tree_suggests(answers: dict[str, object], label: Label) -> None:
    suggestion = suggest(replace(NO, **answers))

    assert suggestion.label is label
    assert suggestion.reasons


def test_questions_are_asked_in_the_order_of_the_tree_and_no_further() -> None:
    assert suggest(replace(NO, precise_fact=True)).questions == (
        Question.IDENTIFIABLE,
        Question.THREAT,
        Question.EXPOSURE,
        Question.GROUND,
        Question.PRECISE_FACT,
        Question.NOT_A_PATIENT,
        Question.SERIES,
    )
    assert suggest(NO).questions == tuple(Question)


def test_nobody_recognisable_ends_the_matter_at_once() -> None:
    suggestion = suggest(Answers(identifiable=False, series=True))

    assert suggestion.questions == (Question.IDENTIFIABLE,)
    assert suggestion.also == ()


@pytest.mark.parametrize("question", list(Question)[:7])
def test_nothing_is_suggested_before_an_answer(question: Question) -> None:
    suggestion = suggest(replace(NO, **{question.value: None}))

    assert suggestion.label is Label.UNDETERMINED
    assert suggestion.questions[-1] is question
    assert not suggestion.also


def test_a_danger_is_urgent_and_says_what_to_do() -> None:
    suggestion = suggest(replace(NO, threat=True))

    assert suggestion.is_urgent
    assert "PHAROS" in suggestion.cautions[0]
    assert not suggest(NO).is_urgent


def test_a_ground_of_hatred_wants_two_people_and_keeps_the_three_months() -> None:
    suggestion = suggest(replace(NO, outrage=True, ground=True))

    assert suggestion.needs_second_reader
    assert any("trois mois" in caution for caution in suggestion.cautions)
    assert not suggest(replace(NO, outrage=True)).needs_second_reader


def test_a_false_patient_and_a_series_are_added_beside_the_one_qualification() -> None:
    suggestion = suggest(replace(NO, outrage=True, not_a_patient=True, series=True))

    assert suggestion.label is Label.INJ_PUB
    assert suggestion.also == (Label.FAUX_AVIS, Label.CYBERHARC)


@pytest.mark.parametrize(
    ("practice", "words"),
    [(Practice.HOSPITAL, "art. 32 et non l’art. 31"), (Practice.CIVIL_SERVANT, "art. 31 peut")],
)
def test_a_hospital_practitioner_is_warned_about_article_31(practice: Practice, words: str) -> None:
    cautions = suggest(replace(NO, precise_fact=True, practice=practice)).cautions

    assert any(words in caution for caution in cautions)
    assert not any(words in caution for caution in suggest(replace(NO, precise_fact=True)).cautions)


def test_an_insult_warns_of_a_provocation() -> None:
    cautions = suggest(replace(NO, outrage=True)).cautions

    assert any("provocation" in caution for caution in cautions)


def test_every_question_has_its_answer() -> None:
    names = {field.name for field in fields(Answers)}

    assert {question.value for question in Question} == names - {"audience", "practice"}
