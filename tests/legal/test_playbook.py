"""Each qualification has its ladder; the days of a step are days to work by."""

import pytest

from apps.legal.playbook import PLAYBOOKS, LadderStep, steps_called_for
from apps.legal.taxonomy import Label


@pytest.mark.parametrize("label", Label)
def test_each_label_has_a_dated_playbook_with_its_source(label: Label) -> None:
    playbook = PLAYBOOKS[label]
    assert playbook.steps
    assert playbook.source.startswith("§ ")
    assert playbook.since


@pytest.mark.parametrize("label", Label)
def test_a_ladder_is_climbed_in_the_order_of_its_days(label: Label) -> None:
    days = [step.days for step in PLAYBOOKS[label].steps]
    assert days == sorted(days)
    assert len(set(PLAYBOOKS[label].steps)) == len(days)


@pytest.mark.parametrize("step", LadderStep)
def test_a_step_says_what_why_by_which_text_and_is_used(step: LadderStep) -> None:
    assert all((step.label, step.why, step.articles, step.source, step.opens.label))
    assert step.why.endswith(".")
    assert step.days > 0
    assert any(step in playbook.steps for playbook in PLAYBOOKS.values())


def test_lawful_words_lead_to_the_advice_and_the_closing_and_to_no_proceedings() -> None:
    for label in Label:
        steps = PLAYBOOKS[label].steps
        assert ({LadderStep.ADVICE, LadderStep.CLOSING} <= set(steps)) == label.is_lawful
        assert (LadderStep.BAILIFF in steps or LadderStep.LAWYER in steps) <= (not label.is_lawful)


@pytest.mark.parametrize("label", [label for label in Label if label.is_press])
def test_press_words_are_proved_before_they_are_reported_and_reach_a_lawyer(label: Label) -> None:
    steps = PLAYBOOKS[label].steps
    assert (
        steps.index(LadderStep.CAPTURE)
        < steps.index(LadderStep.BAILIFF)
        < steps.index(LadderStep.REPORT)
    )
    assert steps.index(LadderStep.LAWYER_CHOICE) < steps.index(LadderStep.LAWYER)
    assert steps[-1] is LadderStep.DECISION
    assert (LadderStep.SECOND_READING in steps) == label.is_aggravated


@pytest.mark.parametrize("label", [Label.MENACES, Label.DOXING])
def test_danger_comes_first(label: Label) -> None:
    assert PLAYBOOKS[label].steps[0] is LadderStep.POLICE


def test_several_labels_add_their_steps_without_a_double() -> None:
    steps = steps_called_for([Label.DIFF_PUB, Label.MENACES])
    assert {*PLAYBOOKS[Label.DIFF_PUB].steps, *PLAYBOOKS[Label.MENACES].steps} == set(steps)
    assert steps == tuple(sorted(steps, key=list(LadderStep).index))


def test_a_lawful_passage_beside_one_that_is_not_closes_nothing() -> None:
    assert steps_called_for([Label.OPINION, Label.DIFF_PUB]) == PLAYBOOKS[Label.DIFF_PUB].steps
    assert steps_called_for([Label.OPINION]) == PLAYBOOKS[Label.OPINION].steps


def test_without_a_label_there_is_nothing_to_climb() -> None:
    assert steps_called_for([]) == ()
