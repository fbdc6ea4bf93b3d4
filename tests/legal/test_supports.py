"""From where words stand, to whom each step is addressed."""

import pytest

from apps.legal.supports import Support, recipients


@pytest.mark.parametrize("support", Support)
def test_every_support_says_to_whom_each_step_is_addressed_once(support: Support) -> None:
    steps = [one.step for one in recipients(support)]
    assert steps
    assert len(set(steps)) == len(steps)
    assert all(one.who for one in recipients(support))


def test_an_establishment_answers_on_its_own_page_and_is_asked_first() -> None:
    first, *_ = recipients(Support.FACILITY_PAGE)
    assert "service de communication de l’établissement" in first.who
    assert first.caution == "N’interrompt pas les trois mois."
    answers = [one.who for one in recipients(Support.FACILITY_PAGE) if one.step == "Réponse"]
    assert answers == ["l’établissement, et non le sociétaire"]


def test_only_the_press_is_asked_for_a_right_of_reply() -> None:
    asked = [one for one in Support if "Droit de réponse" in {r.step for r in recipients(one)}]
    assert asked == [Support.PRESS]
