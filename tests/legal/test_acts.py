"""Every act of the closed list: what interrupts, what does not, what comes too late."""

from datetime import date

import pytest

from apps.legal.act_shape import Act, Condition, Interrupts, Route, Standing
from apps.legal.acts import ACTS, UnknownAct, act
from apps.legal.rule_shape import Interruption

from .suits import LAST_DAY, PUBLISHED, SUMMONS, after, done, last_day_after, told_of

# Written again from legal.md §5 and §18, so that a slip in the table is seen.
CIVIL, SUMMARY, CRIMINAL = Route.CIVIL, Route.SUMMARY, Route.CRIMINAL
OPENS_A_SUIT = {
    "CITATION_DIRECTE": CRIMINAL,
    "PLAINTE_CPC": CRIMINAL,
    "ASSIGNATION": CIVIL,
    "ASSIGNATION_REFERE": SUMMARY,
}
CIVIL_STEPS = {
    *("PLACEMENT", "CONCLUSIONS_NOTIFIEES", "CONCLUSIONS", "COMMUNICATION_PIECES_BORDEREAU"),
    *("NOTIFICATION_ENTRE_AVOCATS", "DEMANDE_REPORT_CLOTURE", "ORDONNANCE_DE_CLOTURE"),
}
CRIMINAL_STEPS = {
    *("REQUISITOIRE_INTRODUCTIF", "REQUISITOIRE_DEFINITIF", "ORDONNANCE_DE_RENVOI"),
    *("AUDIENCE", "RENVOI"),
}
STEPS_OF_ANY_SUIT = {"JUGEMENT", "SIGNIFICATION", "APPEL"}
BEFORE_ANY_SUIT = {"REQUISITIONS_ARTICULEES"}
OF_AN_INQUIRY = {"AUDITION", "PV_ENQUETE", "SOIT_TRANSMIS"}
WITHOUT_EFFECT = {
    *("PLAINTE_SIMPLE", "DEMANDE_AIDE_JURIDICTIONNELLE", "MISE_EN_DEMEURE", "LRAR"),
    *("SIGNALEMENT_PLATEFORME", "NOTIFICATION_DSA", "CONSTAT", "DROIT_DE_REPONSE"),
    *("PLAINTE_CNIL", "PLAINTE_ORDRE", "MEDIATION", "DECLARATION_ASSUREUR", "REQUETE_145"),
    *("DELIBERE", "AVIS_FIN_INFORMATION", "RAPPEL_A_LA_LOI", "NOTIFICATION_RAPPEL_A_LA_LOI"),
    *("BULLETIN", "CONFERENCE_MISE_EN_ETAT", "ASSIGNATION_NULLE", "ASSIGNATION_1240"),
    *OF_AN_INQUIRY,
}
STEPS = [
    *((code, "CIVIL") for code in sorted(CIVIL_STEPS | STEPS_OF_ANY_SUIT)),
    *((code, "SUMMARY") for code in sorted(CIVIL_STEPS | STEPS_OF_ANY_SUIT)),
    *((code, "CRIMINAL") for code in sorted(CRIMINAL_STEPS | STEPS_OF_ANY_SUIT)),
]
OPENING = {"CIVIL": "ASSIGNATION", "SUMMARY": "ASSIGNATION_REFERE", "CRIMINAL": "CITATION_DIRECTE"}
ART_53 = {
    *(Condition.WORDS_QUOTED, Condition.ONE_LABEL, Condition.PUNISHING_TEXT, Condition.DOMICILE),
    *(Condition.PROSECUTOR_TOLD, Condition.SERVED),
}
CONDITIONS = {
    "CITATION_DIRECTE": ART_53,
    "ASSIGNATION": ART_53,
    "ASSIGNATION_REFERE": ART_53,
    "PLAINTE_CPC": {Condition.SIGNED, Condition.STAMPED, Condition.ARTICULATED_COMPLAINT},
    "REQUISITIONS_ARTICULEES": {Condition.ARTICULATED},
    "CONCLUSIONS_NOTIFIEES": {Condition.COUNSEL},
    "CONCLUSIONS": {Condition.COUNSEL},
    "COMMUNICATION_PIECES_BORDEREAU": {Condition.CERTAIN_DATE},
    "SIGNIFICATION": {Condition.SERVED},
}


def test_the_list_of_acts_is_closed() -> None:
    assert {row.code for row in ACTS} == {
        *OPENS_A_SUIT,
        *CIVIL_STEPS,
        *CRIMINAL_STEPS,
        *STEPS_OF_ANY_SUIT,
        *BEFORE_ANY_SUIT,
        *WITHOUT_EFFECT,
    }
    with pytest.raises(UnknownAct, match="Acte inconnu\u00a0: «\u00a0PIGEON\u00a0»"):
        act("PIGEON")


@pytest.mark.parametrize("row", ACTS, ids=lambda row: row.code)
def test_every_act_gives_its_reason_and_interrupts_only_if_it_says_so(row: Act) -> None:
    assert row.why
    assert (row.interrupts is Interrupts.NO) == (row.code in WITHOUT_EFFECT)
    assert (row.interrupts is Interrupts.NO) == (not row.families)
    assert (row.interrupts is Interrupts.CONDITIONAL) == bool(row.conditions)
    assert set(row.requires) == CONDITIONS.get(row.code, set())
    assert row.has_deposit == (row.code == "PLAINTE_CPC")


def test_each_act_stands_where_the_law_puts_it() -> None:
    for code, route in OPENS_A_SUIT.items():
        assert (act(code).standing, act(code).routes) == (Standing.OPENS, frozenset({route}))
    for code in CIVIL_STEPS:
        assert (act(code).standing, act(code).routes) == (
            Standing.STEP,
            frozenset({CIVIL, SUMMARY}),
        )
    for code in CRIMINAL_STEPS:
        assert (act(code).standing, act(code).routes) == (Standing.STEP, frozenset({CRIMINAL}))
    for code in STEPS_OF_ANY_SUIT:
        assert (act(code).standing, act(code).routes) == (Standing.STEP, frozenset(Route))
    for code in BEFORE_ANY_SUIT:
        assert act(code).standing is Standing.ALONE


@pytest.mark.parametrize("code", sorted({*OPENS_A_SUIT, *BEFORE_ANY_SUIT}))
def test_an_act_that_needs_no_other_opens_a_whole_new_term(code: str) -> None:
    waived = code == "PLAINTE_CPC"

    result = after(done("2026-04-15", code, deposit_waived=waived))

    assert result.legal_last_day == date(2026, 7, 15)
    assert "interrompt, car" in told_of(result, code)


@pytest.mark.parametrize(("code", "route"), STEPS)
def test_a_step_opens_a_whole_new_term_in_a_suit_of_its_route(code: str, route: str) -> None:
    result = after(done("2026-04-15", OPENING[route]), done("2026-05-04", code))

    assert result.legal_last_day == date(2026, 8, 4)
    assert "interrompt, car" in told_of(result, code)


@pytest.mark.parametrize("code", sorted(WITHOUT_EFFECT))
def test_any_other_act_changes_nothing_and_says_why(code: str) -> None:
    result = after(done("2026-04-15", code))

    assert result.legal_last_day == LAST_DAY
    assert "interrompt, car" not in told_of(result, code)


@pytest.mark.parametrize("code", sorted(WITHOUT_EFFECT - OF_AN_INQUIRY))
def test_nor_does_it_for_an_aggravated_offence(code: str) -> None:
    assert last_day_after(done("2026-04-15", code), code="PRESS_1Y") == date(2027, 1, 20)


@pytest.mark.parametrize("code", sorted({*OPENS_A_SUIT, *BEFORE_ANY_SUIT}))
def test_an_annulled_act_changes_nothing(code: str) -> None:
    result = after(done("2026-04-15", code, valid=False))

    assert result.legal_last_day == LAST_DAY
    assert "nul ou irrégulier" in told_of(result, code)


def test_an_act_of_the_last_day_is_in_time() -> None:
    assert last_day_after(done("2026-04-20", "ASSIGNATION")) == date(2026, 7, 20)


def test_an_act_of_the_next_day_revives_nothing_and_is_flagged() -> None:
    result = after(done("2026-04-21", "ASSIGNATION"))

    assert result.legal_last_day == LAST_DAY
    assert "attention, acte tardif." in told_of(result, "ASSIGNATION")


def test_an_act_before_the_publication_is_told_and_ignored() -> None:
    result = after(done("2026-01-19", "ASSIGNATION"))

    assert result.legal_last_day == LAST_DAY
    assert "antérieur au point de départ" in told_of(result, "ASSIGNATION")


def test_an_act_of_the_day_of_publication_interrupts() -> None:
    result = after(done(PUBLISHED.isoformat(), "ASSIGNATION"))

    assert result.legal_last_day == LAST_DAY
    assert "interrompt, car" in told_of(result, "ASSIGNATION")


def test_an_act_at_the_end_of_a_month_clamps_like_a_publication() -> None:
    assert last_day_after(done("2026-03-31", "ASSIGNATION")) == date(2026, 6, 30)


def test_each_act_reopens_a_year_for_an_aggravated_offence() -> None:
    result = last_day_after(done("2026-12-01", "CITATION_DIRECTE"), code="PRESS_1Y")

    assert result == date(2027, 12, 1)


def test_a_criminal_act_does_not_interrupt_a_purely_civil_term() -> None:
    for code in ("PRES_INNOCENCE_3M", "CIVIL_5Y"):
        result = after(
            done("2026-04-15", "CITATION_DIRECTE"), done("2026-04-17", "AUDIENCE"), code=code
        )
        assert result.legal_last_day == last_day_after(code=code)
        assert code in told_of(result, "CITATION_DIRECTE")


def test_a_summons_interrupts_the_civil_term_for_another_five_years() -> None:
    result = last_day_after(done("2030-06-03", "ASSIGNATION"), code="CIVIL_5Y")

    assert result == date(2035, 6, 2)


def test_a_summons_and_its_steps_keep_the_term_of_the_presumption_of_innocence() -> None:
    result = last_day_after(SUMMONS, done("2026-07-03", "PLACEMENT"), code="PRES_INNOCENCE_3M")

    assert result == date(2026, 10, 3)


def test_no_act_interrupts_a_term_that_nothing_interrupts() -> None:
    for row in ACTS:
        assert Interruption.NONE not in row.families | row.arguable
    assert last_day_after(SUMMONS, code="REPLY_RIGHT_REQUEST") == LAST_DAY
