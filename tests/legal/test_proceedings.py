"""Acts live in a proceeding: a step counts in its own suit, and falls with what opened it."""

from datetime import date
from itertools import permutations

import pytest

from apps.legal.act_shape import Condition, Route

from .suits import (
    CITATION,
    COMPLAINT,
    LAST_DAY,
    SUMMONS,
    after,
    done,
    last_day_after,
    told_of,
)

PLACED = done("2026-04-17", "PLACEMENT")
# What the former engine counted as a new term, with nothing that opened a suit before it.
LONE_STEPS = (
    *("PLACEMENT", "CONCLUSIONS_NOTIFIEES", "CONCLUSIONS", "COMMUNICATION_PIECES_BORDEREAU"),
    *("JUGEMENT", "SIGNIFICATION", "NOTIFICATION_ENTRE_AVOCATS", "APPEL"),
    *("AUDIENCE", "RENVOI", "ORDONNANCE_DE_RENVOI", "ORDONNANCE_DE_CLOTURE"),
)


def test_a_void_summons_takes_its_placement_down_with_it() -> None:
    # The former engine: « assignation nulle, puis placement » opened three months.
    for void in (
        done("2026-04-15", "ASSIGNATION", valid=False),
        done("2026-04-15", "ASSIGNATION_NULLE"),
    ):
        result = after(void, PLACED)

        assert result.legal_last_day == LAST_DAY
        assert "tombe avec l’acte" in told_of(result, "PLACEMENT")
        assert "mercredi 15 avril 2026" in told_of(result, "PLACEMENT")


@pytest.mark.parametrize("code", LONE_STEPS)
def test_a_step_of_no_suit_moves_nothing(code: str) -> None:
    # The former engine: a lone « signification », even of an order, opened three months.
    result = after(done("2026-04-15", code))

    assert result.legal_last_day == LAST_DAY
    assert "ne suit aucun acte qui ouvre une procédure" in told_of(result, code)


def test_serving_an_order_of_identification_is_no_act_of_a_press_suit() -> None:
    result = last_day_after(done("2026-04-02", "REQUETE_145"), done("2026-04-15", "SIGNIFICATION"))

    assert result == LAST_DAY


def test_a_summons_founded_on_common_law_takes_its_whole_suit_down() -> None:
    result = last_day_after(
        done("2026-04-15", "ASSIGNATION_1240"), PLACED, done("2026-04-20", "CONCLUSIONS_NOTIFIEES")
    )

    assert result == LAST_DAY


def test_a_late_summons_takes_its_placement_down_with_it() -> None:
    result = after(done("2026-04-21", "ASSIGNATION"), done("2026-04-22", "PLACEMENT"))

    assert result.legal_last_day == LAST_DAY
    assert "tombe avec l’acte" in told_of(result, "PLACEMENT")


def test_a_good_summons_after_a_void_one_saves_the_same_suit() -> None:
    void, good = done("2026-04-13", "ASSIGNATION", valid=False), done("2026-04-16", "ASSIGNATION")

    assert last_day_after(void, good, PLACED) == date(2026, 7, 17)
    assert last_day_after(good, done("2026-04-16", "ASSIGNATION_NULLE"), PLACED) == date(
        2026, 7, 17
    )


def test_a_step_counts_in_its_own_suit_only() -> None:
    good = done("2026-04-13", "ASSIGNATION", proceeding="A")
    void = done("2026-04-14", "ASSIGNATION", proceeding="B", valid=False)

    assert last_day_after(good, void, done("2026-04-17", "PLACEMENT", proceeding="A")) == date(
        2026, 7, 17
    )
    assert last_day_after(good, void, done("2026-04-17", "PLACEMENT", proceeding="B")) == date(
        2026, 7, 13
    )
    assert last_day_after(good, void, done("2026-04-17", "PLACEMENT", proceeding=None)) == date(
        2026, 7, 13
    )


def test_a_step_before_the_act_that_opens_its_suit_moves_nothing() -> None:
    result = after(SUMMONS, done("2026-04-14", "PLACEMENT"))

    assert result.legal_last_day == date(2026, 7, 15)
    assert "ne suit aucun acte" in told_of(result, "PLACEMENT")


def test_a_step_of_the_very_day_follows_the_act_that_opens_its_suit() -> None:
    assert last_day_after(done("2026-04-15", "PLACEMENT"), SUMMONS) == date(2026, 7, 15)
    assert "interrompt, car" in told_of(
        after(done("2026-04-15", "PLACEMENT"), SUMMONS), "PLACEMENT"
    )


def test_a_step_waits_for_a_summons_that_nobody_has_checked() -> None:
    for unsettled in (
        done("2026-04-15", "ASSIGNATION", is_pending=True),
        done("2026-04-15", "ASSIGNATION", missing=(Condition.DOMICILE,)),
    ):
        result = after(unsettled, PLACED)

        assert result.legal_last_day == LAST_DAY
        assert "tant que celui-ci n’est pas confirmé" in told_of(result, "PLACEMENT")


def test_a_step_waits_for_the_deposit_of_its_complaint() -> None:
    result = after(
        done("2026-04-10", "PLAINTE_CPC"), done("2026-04-17", "REQUISITOIRE_INTRODUCTIF")
    )

    assert result.legal_last_day == LAST_DAY
    assert "tant que celui-ci n’est pas confirmé" in told_of(result, "REQUISITOIRE_INTRODUCTIF")


@pytest.mark.parametrize("code", ["AUDIENCE", "RENVOI"])
def test_the_same_hearing_counts_before_the_criminal_judge_alone(code: str) -> None:
    hearing = done("2026-07-06", code)

    assert last_day_after(CITATION, hearing) == date(2026, 10, 6)
    for opening in (SUMMONS, done("2026-04-15", "ASSIGNATION_REFERE")):
        result = after(opening, hearing)
        assert result.legal_last_day == date(2026, 7, 15)
        assert "sans effet sur cette voie" in told_of(result, code)


def test_a_civil_step_is_of_no_effect_before_the_criminal_judge() -> None:
    result = after(CITATION, done("2026-07-06", "CONCLUSIONS_NOTIFIEES"))

    assert result.legal_last_day == date(2026, 7, 15)
    assert "sans effet sur cette voie" in told_of(result, "CONCLUSIONS_NOTIFIEES")


def test_the_route_that_is_said_is_the_one_that_counts() -> None:
    hearing = done("2026-07-06", "RENVOI", route=Route.CIVIL)

    assert last_day_after(CITATION, hearing) == date(2026, 7, 15)


def test_bulletins_and_conferences_keep_no_civil_suit_alive() -> None:
    result = last_day_after(
        SUMMONS, done("2026-07-06", "BULLETIN"), done("2026-07-07", "CONFERENCE_MISE_EN_ETAT")
    )

    assert result == date(2026, 7, 15)


def test_an_act_every_three_months_keeps_a_suit_alive() -> None:
    suit = (
        SUMMONS,
        done("2026-04-22", "PLACEMENT"),
        done("2026-07-20", "CONCLUSIONS_NOTIFIEES"),
        done("2026-10-19", "CONCLUSIONS_NOTIFIEES"),
    )

    assert last_day_after(*suit) == date(2027, 1, 19)
    assert {last_day_after(*order) for order in permutations(suit)} == {date(2027, 1, 19)}


def test_nothing_revives_a_chain_that_was_broken_once() -> None:
    result = last_day_after(
        SUMMONS, done("2026-07-16", "PLACEMENT"), done("2026-07-20", "CONCLUSIONS_NOTIFIEES")
    )

    assert result == date(2026, 7, 15)


def test_a_prosecution_is_kept_alive_by_the_judge_and_the_prosecutor() -> None:
    steps = (
        "REQUISITOIRE_INTRODUCTIF",
        "REQUISITOIRE_DEFINITIF",
        "ORDONNANCE_DE_RENVOI",
        "AUDIENCE",
    )
    days = ("2026-07-31", "2026-10-30", "2027-01-29", "2027-04-28")

    acts = [done(day, code) for day, code in zip(days, steps, strict=True)]

    assert last_day_after(COMPLAINT, *acts) == date(2027, 7, 28)
