"""The demonstration may be made on any day: its dates never leave their order."""

from datetime import UTC, date, datetime, timedelta

import pytest

from apps.casework.demo.cases import CASES
from apps.casework.demo.desk import Desk, days_of
from apps.casework.demo.files import moment_of
from apps.casework.demo.people import INSURED
from apps.casework.demo.rows import latest_posting
from apps.legal.limitation import compute
from apps.legal.rules import rule
from apps.legal.windows import Window

AWKWARD = {
    "29 February": datetime(2028, 2, 29, 10, tzinfo=UTC),
    "1 January, just after midnight": datetime(2026, 12, 31, 23, 5, tzinfo=UTC),
    "Easter Sunday": datetime(2027, 3, 28, 20, tzinfo=UTC),
    "the night of a clock change": datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    "31 August": datetime(2026, 8, 31, 7, tzinfo=UTC),
}
awkward = pytest.mark.parametrize("now", AWKWARD.values(), ids=AWKWARD)


@awkward
def test_nothing_is_declared_before_it_was_published(now: datetime) -> None:
    desk = Desk(now=now)
    departments = {email.partition("@")[0]: department for email, *_, department in INSURED}
    for case in CASES:
        days = days_of(case, departments[case.who], today=desk.today)
        for content in case.contents:
            latest = content.posted(days).latest
            assert latest is None or latest <= days.declared, case.name


@awkward
def test_every_step_follows_the_one_before_and_none_is_to_come(now: datetime) -> None:
    desk = Desk(now=now)
    for case in CASES:
        agos = [case.declared, *(step.ago for step in case.story)]
        assert agos == sorted(agos, reverse=True), case.name
        moments = [
            moment_of(ago, rank * timedelta(minutes=11), rank=rank, desk=desk, is_worked=rank > 0)
            for rank, ago in enumerate(agos)
        ]
        assert moments == sorted(moments), case.name
        assert moments[-1] <= now, case.name


@pytest.mark.parametrize("first", [date(2026, 12, 20), date(2027, 3, 20), date(2028, 2, 20)])
def test_a_date_to_act_by_is_as_near_as_asked(first: date) -> None:
    for day in (first + timedelta(days=number) for number in range(14)):
        posted = latest_posting(day, "75")
        assert _act_by(posted) <= day < _act_by(posted + timedelta(days=1))


def _act_by(posted: date) -> date:
    act_by = compute(rule("PRESS_3M"), Window.on_day(posted), territory="75").act_by
    assert act_by
    return act_by
