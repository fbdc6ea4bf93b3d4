"""Acts asked in plain data: their options, the suit that each step belongs to, what each did."""

from datetime import date
from typing import Any

import pytest

from apps.legal.enquiry import answer

TODAY = date(2026, 11, 30)


def ask(*acts: str, **question: str) -> dict[str, Any]:
    return answer({"published": "2026-01-20", "acts": [*acts], **question}, today=TODAY)


def last_day(*acts: str, **question: str) -> str:
    return str(ask(*acts, **question)["legal_last_day"])


def test_acts_are_told_as_day_and_code_in_any_order() -> None:
    result = ask("2026-04-22:PLACEMENT", "2026-04-11:PLAINTE_SIMPLE", "2026-04-15:ASSIGNATION")

    assert result["legal_last_day"] == "2026-07-22"
    assert [(one["on"], one["code"], one["interrupts"]) for one in result["acts"]] == [
        ("2026-04-11", "PLAINTE_SIMPLE", False),
        ("2026-04-15", "ASSIGNATION", True),
        ("2026-04-22", "PLACEMENT", True),
    ]


def test_each_act_comes_with_its_reason() -> None:
    complaint, summons, late = ask(
        "2026-04-11:PLAINTE_SIMPLE", "2026-04-15:ASSIGNATION", "2026-07-16:PLACEMENT"
    )["acts"]

    assert set(complaint) == {"on", "code", "interrupts", "reason"}
    assert complaint["reason"].startswith("n’interrompt pas, car avant les poursuites")
    assert summons["reason"].startswith("interrompt, car elle engage l’instance.")
    assert late["reason"].startswith("attention, acte tardif.")


def test_without_a_date_no_act_is_said_to_interrupt_or_not() -> None:
    result = answer(
        {"acts": ["2026-09-01:ASSIGNATION:procedure=B", "2026-08-03:LRAR"]}, today=TODAY
    )

    assert [(one["on"], one["interrupts"]) for one in result["acts"]] == [
        ("2026-08-03", None),
        ("2026-09-01", None),
    ]


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("2026-04-15:ASSIGNATION", "2026-07-15"),
        ("2026-04-15:ASSIGNATION:", "2026-07-15"),
        ("2026-04-15:ASSIGNATION:irregulier", "2026-04-20"),
        ("2026-04-19:ASSIGNATION", "2026-04-20"),  # a Sunday
        ("2026-04-19:ASSIGNATION:autorise", "2026-07-19"),
        ("2026-04-03:ASSIGNATION:lieu=67", "2026-04-20"),  # Good Friday in Strasbourg
        ("2026-04-03:ASSIGNATION:lieu=67,autorise", "2026-07-03"),
        ("2026-04-03:ASSIGNATION:autorise, lieu=67", "2026-07-03"),
        ("2026-04-15:PLAINTE_CPC", "2026-04-20"),
        ("2026-04-15:PLAINTE_CPC:delai=2026-12-31", "2026-04-20"),
        ("2026-04-15:PLAINTE_CPC:consignation=2026-05-04", "2026-08-04"),
        ("2026-04-15:PLAINTE_CPC:consignation=2026-05-04,delai=2026-05-04", "2026-08-04"),
        ("2026-04-15:PLAINTE_CPC:consignation=2026-05-05,delai=2026-05-04", "2026-04-20"),
        ("2026-04-15:PLAINTE_CPC:dispense", "2026-07-15"),
        ("2026-04-15:PLAINTE_CPC:dispense,irregulier", "2026-04-20"),
    ],
)
def test_options_say_what_the_act_was(act: str, expected: str) -> None:
    assert last_day(act) == expected


def test_a_complaint_that_waits_for_its_deposit_is_suspended() -> None:
    result = ask("2026-04-15:PLAINTE_CPC")

    assert (result["state"], result["possible_until"]) == ("suspended", None)


def test_a_step_belongs_to_the_latest_suit_of_its_route() -> None:
    suits = ("2026-03-02:ASSIGNATION", "2026-04-13:ASSIGNATION:irregulier")

    assert last_day(*suits, "2026-04-17:PLACEMENT") == "2026-06-02"
    assert last_day(*suits[:1], "2026-04-17:PLACEMENT", suits[1]) == "2026-06-02"
    assert last_day(
        "2026-03-02:CITATION_DIRECTE", "2026-03-09:ASSIGNATION", "2026-05-04:RENVOI"
    ) == ("2026-08-04")


def test_a_suit_may_be_named() -> None:
    suits = ("2026-03-02:ASSIGNATION:procedure=A", "2026-04-13:ASSIGNATION:irregulier,procedure=B")

    assert last_day(*suits, "2026-04-17:PLACEMENT:procedure=A") == "2026-07-17"
    assert last_day(*suits, "2026-04-17:PLACEMENT:procedure=B") == "2026-06-02"
    assert last_day(*suits, "2026-04-17:PLACEMENT:procedure=C") == "2026-06-02"


def test_a_step_without_any_suit_moves_nothing() -> None:
    assert last_day("2026-04-15:SIGNIFICATION") == "2026-04-20"
    assert last_day("2026-04-15:PLACEMENT", "2026-04-16:ASSIGNATION") == "2026-07-16"


def test_the_route_chooses_between_two_suits() -> None:
    suits = ("2026-04-13:CITATION_DIRECTE", "2026-04-15:ASSIGNATION:irregulier")

    assert last_day(*suits, "2026-06-01:JUGEMENT") == "2026-07-13"
    assert last_day(*suits, "2026-06-01:JUGEMENT", route="civil") == "2026-07-13"
    assert last_day(*suits, "2026-06-01:JUGEMENT", route="criminal") == "2026-09-01"


def test_a_postponement_counts_before_the_criminal_judge_alone() -> None:
    assert last_day("2026-04-15:CITATION_DIRECTE", "2026-07-06:RENVOI") == "2026-10-06"
    civil = ask("2026-04-15:ASSIGNATION", "2026-07-06:RENVOI", route="criminal")

    assert civil["legal_last_day"] == "2026-07-15"
    assert "sans effet sur cette voie" in civil["acts"][1]["reason"]


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ({"published": "2026-09-15"}, "running"),
        ({"published": "2026-08-30"}, "running"),
        ({"published": "2026-08-29"}, "over"),
        ({"published": "2026-08-25", "until": "2026-11-20"}, "disputed"),
        ({"published": "2026-09-15", "until": "2026-11-20"}, "running"),
        ({}, "unknown"),
        ({"relative": "Modifié il y a 3 jours", "seen": "2026-11-30"}, "unknown"),
        ({"relative": "Modifié il y a 5 mois", "seen": "2026-11-30"}, "over"),
        ({"published": "2026-01-20", "acts": ["2026-04-15:PLAINTE_CPC"]}, "suspended"),
        (
            {
                "published": "2026-01-20",
                "acts": ["2026-04-15:ASSIGNATION", "2026-07-06:ORDONNANCE_DE_CLOTURE"],
            },
            "disputed",
        ),
    ],
)
def test_a_term_is_in_one_of_five_states(question: dict[str, Any], state: str) -> None:
    assert answer(question, today=TODAY)["state"] == state
