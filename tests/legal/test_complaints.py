"""Complaints: worked examples, counted by hand on a calendar."""

from datetime import date, timedelta

import pytest

from apps.legal.complaints import complaint_terms
from apps.legal.rules import rule


@pytest.mark.parametrize(
    ("sent_on", "acknowledge_by", "answer_by"),
    [
        # A Monday: ten open days lead to the Friday of the next week.
        (date(2026, 11, 23), date(2026, 12, 4), date(2027, 1, 23)),
        # A Friday evening: the Saturday counts, the Sunday does not.
        (date(2026, 11, 27), date(2026, 12, 9), date(2027, 1, 27)),
        # Christmas and New Year's Day, both Fridays, are not counted.
        (date(2026, 12, 18), date(2026, 12, 31), date(2027, 2, 18)),
        (date(2026, 12, 21), date(2027, 1, 4), date(2027, 2, 21)),
        # May: the 1st and the 8th (Fridays), Ascension (Thursday 14th).
        (date(2026, 4, 30), date(2026, 5, 15), date(2026, 6, 30)),
        # The end of February stands for the days that it does not have.
        (date(2026, 12, 30), date(2027, 1, 12), date(2027, 2, 28)),
        (date(2027, 12, 31), date(2028, 1, 13), date(2028, 2, 29)),
    ],
)
def test_a_complaint_has_two_last_days(
    sent_on: date, acknowledge_by: date, answer_by: date
) -> None:
    terms = complaint_terms(sent_on)

    assert (terms.acknowledge_by, terms.answer_by) == (acknowledge_by, answer_by)


def test_the_acknowledgement_is_never_due_after_the_answer() -> None:
    for days in range(366):
        terms = complaint_terms(date(2026, 1, 1) + timedelta(days=days))

        assert terms.acknowledge_by < terms.answer_by


@pytest.mark.parametrize("code", ["COMPLAINT_ACK", "COMPLAINT_ANSWER"])
def test_the_delays_name_both_recommendations(code: str) -> None:
    articles = rule(code).articles

    assert "2022-R-01" in articles
    assert "2024-R-02" in articles
