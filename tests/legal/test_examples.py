"""The dated table: rulings and calendars, checked one row at a time."""

import pytest

from apps.legal.examples import EXAMPLES, Example
from apps.legal.limitation import compute
from apps.legal.rules import rule
from apps.legal.territories import territory


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_the_arithmetic_finds_the_dates_written_by_hand(example: Example) -> None:
    result = compute(
        rule(example.rule_code), example.window, territory=example.territory, acts=example.acts
    )

    assert result.legal_last_day == example.legal_last_day
    assert example.act_by in (None, result.act_by)
    assert example.last_service_day in (None, result.last_service_day)
    assert example.possible_until in (None, result.possible_until)
    if example.last_office_day:
        last_office_day = territory(example.territory).last_business_day(example.legal_last_day)
        assert last_office_day == example.last_office_day


def test_no_two_examples_bear_the_same_number() -> None:
    numbers = [example.id for example in EXAMPLES]

    assert len(numbers) == len(set(numbers))


def test_an_example_of_an_instant_says_which_day_is_kept() -> None:
    for example in EXAMPLES:
        if example.source.startswith("instant "):
            assert example.source.endswith(str(example.window.earliest))
