"""The rule table: complete, versioned, signed by nobody yet."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from apps.legal.explanation import rule_steps
from apps.legal.rules import RULES, Rule, UnknownRule, rule

# The codes of legal.md §3.
CODES = {
    *("PRESS_3M", "PRESS_1Y", "PRESS_NP_AGG", "PRESS_65_2", "PRES_INNOCENCE_3M"),
    *("REPLY_RIGHT_REQUEST", "REPLY_RIGHT_INSERT", "CIVIL_5Y", "DELIT_6Y", "CONTRAV_1Y"),
    *("RGPD_ANSWER", "DSA_NOTICE_ACK", "DSA_INTERNAL_COMPLAINT", "DSA_ODS"),
    *("AUTHOR_DATA_IDENTITY", "AUTHOR_DATA_ACCOUNT", "AUTHOR_DATA_IP"),
    *("TRUTH_OFFER", "COUNTER_PROOF", "SUMMONS_HEARING_GAP"),
    *("INS_DECLARATION", "INS_BIENNIAL", "COMPLAINT_ACK", "COMPLAINT_ANSWER", "GOOGLE_APPEAL"),
}


def test_every_code_of_the_research_has_its_row() -> None:
    assert {row.code for row in RULES} == CODES


def _lengths(row: Rule) -> tuple[int, ...]:
    return row.years, row.months, row.days, row.business_days, row.open_days


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.version)
def test_a_row_is_complete(row: Rule) -> None:
    lengths = [n for n in _lengths(row) if n]

    assert len(lengths) == 1
    assert row.label
    assert row.articles
    assert row.confidence in ("A", "B", "C")
    assert re.fullmatch(r"\d+ (an|ans|mois|jour|jours|jours ouvrés|jours ouvrables)", row.duration)


def test_a_version_names_one_row_only() -> None:
    versions = [row.version for row in RULES]

    assert len(versions) == len(set(versions))
    assert rule("PRESS_3M").version == "PRESS_3M@1881-07-29"


def test_two_versions_of_a_rule_never_overlap_and_leave_no_hole() -> None:
    for code in CODES:
        versions = sorted((row for row in RULES if row.code == code), key=lambda r: r.valid_from)
        for old, new in pairwise(versions):
            assert old.valid_to is not None
            assert (new.valid_from - old.valid_to).days == 1
        assert versions[-1].valid_to is None


def test_the_row_in_force_on_a_day_is_found() -> None:
    old = rule("REPLY_RIGHT_REQUEST", date(2024, 5, 20))
    new = rule("REPLY_RIGHT_REQUEST", date(2024, 5, 21))

    assert old.articles.startswith("LCEN art. 6-IV")
    assert new.articles.startswith("LCEN art. 1-1 III")
    assert rule("REPLY_RIGHT_REQUEST") == new


def test_an_unknown_rule_is_refused_in_french() -> None:
    with pytest.raises(UnknownRule, match="Règle inconnue\u00a0: «\u00a0PRESS_4M\u00a0»"):
        rule("PRESS_4M")
    with pytest.raises(UnknownRule, match="au jeudi 28 juillet 1881"):
        rule("PRESS_3M", date(1881, 7, 28))


def test_counsel_has_signed_nothing_yet() -> None:
    assert not [row.code for row in RULES if row.is_reviewed]


def test_only_the_civil_term_counts_its_first_day() -> None:
    assert {row.code for row in RULES if row.first_day_counts} == {"CIVIL_5Y"}


def test_a_signed_row_is_no_longer_said_to_wait() -> None:
    waiting = rule("PRESS_3M")
    signed = replace(waiting, reviewed_by="Me Durand", reviewed_on=date(2026, 12, 1))

    assert "règle non encore validée" in "".join(rule_steps(waiting))
    assert "règle non encore validée" not in "".join(rule_steps(signed))
