"""The rule table: complete, versioned, signed by nobody yet."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from apps.legal.explanation import rule_steps
from apps.legal.rule_shape import Interruption, Start, TermNature
from apps.legal.rules import RULES, Rule, UnknownRule, rule
from apps.legal.taxonomy import Label
from apps.legal.terms import last_day
from apps.legal.territories import territory

# The codes of legal.md §3, and those that §18 adds.
CODES = {
    *("PRESS_3M", "PRESS_1Y", "PRESS_NP_AGG", "PRESS_65_2", "PRES_INNOCENCE_3M"),
    *("REPLY_RIGHT_REQUEST", "REPLY_RIGHT_INSERT", "REPLY_RIGHT_ACTION"),
    *("CIVIL_5Y", "DELIT_6Y", "CONTRAV_1Y"),
    *("RGPD_ANSWER", "DSA_NOTICE_ACK", "DSA_INTERNAL_COMPLAINT", "DSA_ODS"),
    *("AUTHOR_DATA_IDENTITY", "AUTHOR_DATA_ACCOUNT", "AUTHOR_DATA_IP"),
    *("TRUTH_OFFER", "COUNTER_PROOF", "SUMMONS_HEARING_GAP", "CPC_DEPOSIT", "JUDGMENT_SERVICE"),
    *("INS_DECLARATION", "INS_BIENNIAL", "COMPLAINT_ACK", "COMPLAINT_ANSWER", "GOOGLE_APPEAL"),
}


DURATION = re.compile(
    r"\d+ (an|ans|mois|jour|jours|jours ouvrés|jours ouvrables)|date fixée par le juge"
)


def test_every_code_of_the_research_has_its_row() -> None:
    assert {row.code for row in RULES} == CODES


def _lengths(row: Rule) -> tuple[int, ...]:
    return row.years, row.months, row.days, row.business_days, row.open_days


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.version)
def test_a_row_is_complete(row: Rule) -> None:
    lengths = [n for n in _lengths(row) if n]

    assert len(lengths) == (0 if row.start is Start.DEPOSIT_TIME_LIMIT else 1)
    assert row.label
    assert row.articles
    assert row.confidence in ("A", "B", "C")
    assert DURATION.fullmatch(row.duration)


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


def test_facts_older_than_a_rule_are_left_to_the_rule_of_their_time_and_to_the_lawyer() -> None:
    # legal.md §18.4: a rule applies by its dates of validity.
    for code, day, written in (
        ("PRESS_3M", date(1881, 7, 28), "au jeudi 28 juillet 1881"),
        ("PRESS_1Y", date(2004, 3, 9), "au mardi 9 mars 2004"),
    ):
        with pytest.raises(UnknownRule) as refusal:
            rule(code, on=day)
        assert written in str(refusal.value)
        assert "la règle de leur temps, que l’avocat doit indiquer" in str(refusal.value)


def test_the_year_of_2004_did_not_cover_sex_nor_disability() -> None:
    # Loi n° 2014-56 of 27 Jan 2014, in force on the 29th [B].
    old, new = rule("PRESS_1Y", on=date(2014, 1, 28)), rule("PRESS_1Y", on=date(2014, 1, 29))

    assert (old.version, new.version) == ("PRESS_1Y@2004-03-10", "PRESS_1Y@2014-01-29")
    assert "handicap" not in old.label
    assert "handicap" in new.label
    assert "n’y étaient pas" in old.note
    assert {old.interruption, new.interruption} == {Interruption.PRESS_AGGRAVATED}


def test_only_the_aggravated_year_may_follow_inquiry_acts() -> None:
    # Crim. 11 Mar 2025, n° 24-80.572: art. 65-3 and CPP art. 9-2, if the lawyer confirms.
    codes = {row.code for row in RULES if row.interruption is Interruption.PRESS_AGGRAVATED}

    assert codes == {"PRESS_1Y"}
    assert "si l’avocat le confirme" in Interruption.PRESS_AGGRAVATED.label


def test_words_said_in_private_run_from_their_reception() -> None:
    # Civ. 16 Dec 2010; CA Reims 30 Apr 2003. The strictest rule runs from the first posting.
    assert rule("PRESS_NP_AGG").start is Start.RECEPTION
    assert rule("PRESS_3M").start is Start.FIRST_PUBLICATION
    for code in ("PRESS_NP_AGG", "PRESS_3M"):
        assert "16 déc. 2010" in rule(code).note


def test_an_action_for_a_right_of_reply_has_three_months_from_the_refusal() -> None:
    # 1re civ. 29 Mar 2023, n° 22-10.875; CA Paris 9 Oct 2009; CA Cayenne 29 Apr 2024 [S].
    row = rule("REPLY_RIGHT_ACTION")

    assert (row.duration, row.start) == ("3 mois", Start.REPLY_REFUSED)
    assert (row.interruption, row.nature) == (Interruption.PRESS, TermNature.LIMITATION)
    assert "22-10.875" in row.source


def test_the_deposit_of_a_complaint_is_due_on_the_day_that_the_judge_set() -> None:
    # CPP art. 88.
    row = rule("CPC_DEPOSIT")
    set_by_the_judge = date(2026, 12, 27)  # a Sunday: nothing moves it

    assert row.duration == "date fixée par le juge"
    assert last_day(row, set_by_the_judge, territory("75")) == set_by_the_judge


def test_a_judgment_given_in_the_absence_of_a_party_is_served_within_three_months() -> None:
    # Crim. 4 Sept 2018, n° 17-85.963.
    row = rule("JUDGMENT_SERVICE")

    assert (row.start, row.interruption) == (Start.JUDGMENT, Interruption.NONE)
    assert last_day(row, date(2026, 11, 30), territory("75")) == date(2027, 2, 28)


def test_the_term_that_opens_again_is_for_defamation_alone() -> None:
    # CA Paris 2 Feb 2007: art. 65-2 is not for insult, which imputes no fact.
    row = rule("PRESS_65_2")

    assert "jamais injure" in row.label
    assert "CA Paris, 2 févr. 2007" in row.note
    assert not [label for label in Label if row.code in label.rule_codes]


def test_a_private_insult_has_three_months_in_any_case() -> None:
    # service-public F32077; the open point on art. 65-4 stays for private defamation.
    assert "F32077" in rule("PRESS_NP_AGG").note
    assert rule("PRESS_NP_AGG").months == 3


def test_counsel_has_signed_nothing_yet() -> None:
    assert not [row.code for row in RULES if row.is_reviewed]


def test_only_the_civil_term_counts_its_first_day() -> None:
    assert {row.code for row in RULES if row.first_day_counts} == {"CIVIL_5Y"}


def test_a_signed_row_is_no_longer_said_to_wait() -> None:
    waiting = rule("PRESS_3M")
    signed = replace(waiting, reviewed_by="Me Durand", reviewed_on=date(2026, 12, 1))

    assert "règle non encore validée" in "".join(rule_steps(waiting))
    assert "règle non encore validée" not in "".join(rule_steps(signed))
