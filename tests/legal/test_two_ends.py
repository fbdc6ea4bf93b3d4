"""A window has two ends: the earliest day drives, and nothing is « dépassé » while another may be
the right one."""

from datetime import date

import pytest

from apps.legal.acts import ActDone
from apps.legal.interruption import Doubt
from apps.legal.limitation import Limitation, State, compute
from apps.legal.rules import UnknownRule, rule
from apps.legal.windows import Window

from .suits import done, told_of

TODAY = date(2026, 11, 30)
WINDOW = Window.between(date(2026, 8, 25), date(2026, 11, 20))
EARLIEST_END, LATEST_END = date(2026, 11, 25), date(2027, 2, 20)


def seen(*acts: ActDone, window: Window = WINDOW) -> Limitation:
    return compute(rule("PRESS_3M"), window, acts=acts)


def test_the_earliest_day_drives_until_its_last_day_is_over() -> None:
    result = seen()

    for day in (date(2026, 11, 1), EARLIEST_END):
        assert result.on(day).legal_last_day == EARLIEST_END
        assert result.state(day) is State.RUNNING


def test_then_the_latest_day_takes_over() -> None:
    result = seen().on(TODAY)

    assert result.legal_last_day == LATEST_END
    assert result.prudent_day == date(2027, 2, 19)
    assert result.act_by == date(2027, 2, 19)
    assert result.last_service_day == date(2027, 2, 20)


def test_it_is_in_dispute_and_not_over_while_a_day_is_left() -> None:
    result = seen()

    assert result.possible_until == LATEST_END
    assert result.doubts == (Doubt.LATEST_DAY,)
    assert result.state(TODAY) is State.DISPUTED
    assert result.state(LATEST_END) is State.DISPUTED
    assert result.state(date(2027, 2, 21)) is State.OVER
    assert result.on(date(2027, 2, 21)).legal_last_day == EARLIEST_END


def test_the_other_end_is_told_in_french() -> None:
    assert (
        "Si la publication date du vendredi 20 novembre 2026\u00a0: possible jusqu’au samedi 20 "
        "février 2027." in seen().steps
    )


def test_a_day_known_exactly_has_one_end() -> None:
    result = seen(window=Window.on_day(date(2026, 8, 25)))

    assert result.possible_until == EARLIEST_END
    assert result.beside == ()
    assert result.state(TODAY) is State.OVER


def test_an_act_in_time_for_the_earliest_day_leaves_one_end() -> None:
    result = seen(done("2026-11-23", "ASSIGNATION"))

    assert result.legal_last_day == result.possible_until == date(2027, 2, 23)


def test_an_act_late_for_the_earliest_day_may_be_in_time_for_the_latest() -> None:
    result = seen(done("2026-11-27", "ASSIGNATION"))

    assert result.legal_last_day == EARLIEST_END
    assert "ou si la publication est plus récente" in told_of(result, "ASSIGNATION")
    assert result.possible_until == date(2027, 2, 27)
    assert result.state(date(2027, 2, 27)) is State.DISPUTED


def test_nobody_acts_on_words_that_are_not_on_line_yet() -> None:
    seen_on_line = done("2026-09-30", "CONSTAT")

    assert seen(seen_on_line).possible_until == date(2026, 12, 30)
    assert seen(done("2026-09-30", "CONSTAT", is_pending=True)).possible_until == LATEST_END


def test_words_known_by_their_last_day_only_have_no_date_and_an_end() -> None:
    # legal.md §18.3: an edit says nothing of the first posting but that it is not later.
    edited = Window.relative("Modifié il y a 3 jours", TODAY)

    result = seen(window=edited)

    assert result.is_unknown
    assert result.possible_until == date(2027, 2, 27)
    assert result.state(TODAY) is State.UNKNOWN
    assert result.state(date(2027, 2, 28)) is State.OVER
    assert any("traiter en urgence" in step for step in result.steps)


def test_nothing_known_is_never_over() -> None:
    result = seen(window=Window.unknown())

    assert result.possible_until is None
    assert result.state(date(2099, 1, 1)) is State.UNKNOWN


def test_facts_fall_under_the_rule_of_their_time() -> None:
    def year(start: date) -> Limitation:
        return compute(rule("PRESS_1Y"), Window.on_day(start))

    assert year(date(2013, 5, 1)).rule.version == "PRESS_1Y@2004-03-10"
    assert year(date(2015, 5, 1)).rule.version == "PRESS_1Y@2014-01-29"
    with pytest.raises(UnknownRule, match="de leur temps"):
        year(date(2003, 5, 1))


def test_the_operational_date_never_follows_the_last_day_of_service() -> None:
    # 27 and 28 May are holidays in Saint-Martin: nobody serves there after Tuesday the 26th.
    result = compute(rule("PRESS_3M"), Window.on_day(date(2026, 2, 28)), served_in="978")

    assert result.legal_last_day == date(2026, 5, 28)
    assert result.last_service_day == result.act_by == date(2026, 5, 26)
