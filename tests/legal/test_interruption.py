"""Every act of the closed list: what interrupts, what does not, what comes too late."""

from datetime import date, timedelta

import pytest

from apps.legal.acts import ACTS, Act, ActDone, Interrupts, UnknownAct, act
from apps.legal.limitation import Limitation, compute
from apps.legal.rule_shape import Interruption
from apps.legal.rules import rule
from apps.legal.windows import Window

PUBLISHED, LAST_DAY = date(2026, 1, 20), date(2026, 4, 20)
# Written again from legal.md §5, so that a slip in the table is seen.
INTERRUPTING = {
    *("REQUISITIONS_ARTICULEES", "CITATION_DIRECTE", "PLAINTE_CPC", "ASSIGNATION"),
    *("ASSIGNATION_REFERE", "PLACEMENT", "CONCLUSIONS_NOTIFIEES", "CONCLUSIONS"),
    *("COMMUNICATION_PIECES_BORDEREAU", "JUGEMENT", "SIGNIFICATION"),
    *("NOTIFICATION_ENTRE_AVOCATS", "APPEL"),
}
WITHOUT_EFFECT = {
    *("PLAINTE_SIMPLE", "DEMANDE_AIDE_JURIDICTIONNELLE", "AUDITION", "PV_ENQUETE"),
    *("SOIT_TRANSMIS", "MISE_EN_DEMEURE", "LRAR", "SIGNALEMENT_PLATEFORME", "NOTIFICATION_DSA"),
    *("CONSTAT", "DROIT_DE_REPONSE", "PLAINTE_CNIL", "PLAINTE_ORDRE", "MEDIATION"),
    *("DECLARATION_ASSUREUR", "REQUETE_145", "DELIBERE", "ORDONNANCE_DE_CLOTURE", "BULLETIN"),
    *("RENVOI", "CONFERENCE_MISE_EN_ETAT", "ASSIGNATION_NULLE", "ASSIGNATION_1240"),
}


def after(*acts: ActDone, code: str = "PRESS_3M") -> Limitation:
    return compute(rule(code), Window.on_day(PUBLISHED), acts=acts)


def step_about(result: Limitation, label: str) -> str:
    return next(step for step in result.steps if label in step)


def test_the_list_of_acts_is_closed() -> None:
    assert {row.code for row in ACTS} == INTERRUPTING | WITHOUT_EFFECT
    with pytest.raises(UnknownAct, match="Acte inconnu\u00a0: «\u00a0PIGEON\u00a0»"):
        act("PIGEON")


@pytest.mark.parametrize("code", sorted(INTERRUPTING))
def test_an_interrupting_act_opens_a_whole_new_term(code: str) -> None:
    done_on = date(2026, 4, 15)

    result = after(ActDone(code, done_on))

    assert result.legal_last_day == date(2026, 7, 15)
    assert "interrompt, car" in step_about(result, act(code).label)


@pytest.mark.parametrize("code", sorted(WITHOUT_EFFECT))
def test_any_other_act_changes_nothing_and_says_why(code: str) -> None:
    result = after(ActDone(code, date(2026, 4, 15)))

    assert result.legal_last_day == LAST_DAY
    assert act(code).why in step_about(result, act(code).label)


@pytest.mark.parametrize("code", sorted(INTERRUPTING))
def test_an_annulled_act_changes_nothing(code: str) -> None:
    result = after(ActDone(code, date(2026, 4, 15), valid=False))

    assert result.legal_last_day == LAST_DAY
    assert "nul ou irrégulier" in step_about(result, act(code).label)


@pytest.mark.parametrize("row", ACTS, ids=lambda row: row.code)
def test_every_act_gives_its_reason_and_interrupts_only_if_it_says_so(row: Act) -> None:
    assert row.why
    assert (row.interrupts is Interrupts.NO) == (not row.families)
    assert (row.interrupts is Interrupts.CONDITIONAL) == bool(row.conditions)


def test_an_act_of_the_last_day_is_in_time() -> None:
    assert after(ActDone("ASSIGNATION", LAST_DAY)).legal_last_day == date(2026, 7, 20)


def test_an_act_of_the_next_day_revives_nothing_and_is_flagged() -> None:
    result = after(ActDone("ASSIGNATION", LAST_DAY + timedelta(days=1)))

    assert result.legal_last_day == LAST_DAY
    assert step_about(result, "Assignation").startswith("Attention, acte tardif.")


def test_nothing_revives_a_chain_that_was_broken_once() -> None:
    result = after(
        ActDone("ASSIGNATION", date(2026, 4, 15)),
        ActDone("PLACEMENT", date(2026, 7, 16)),
        ActDone("CONCLUSIONS_NOTIFIEES", date(2026, 7, 20)),
    )

    assert result.legal_last_day == date(2026, 7, 15)


def test_acts_are_followed_in_the_order_of_their_days() -> None:
    result = after(
        ActDone("CONCLUSIONS_NOTIFIEES", date(2026, 7, 20)),
        ActDone("ASSIGNATION", date(2026, 4, 15)),
        ActDone("PLACEMENT", date(2026, 4, 22)),
    )

    assert result.legal_last_day == date(2026, 10, 20)


def test_an_act_before_the_publication_is_told_and_ignored() -> None:
    result = after(ActDone("ASSIGNATION", date(2026, 1, 19)))

    assert result.legal_last_day == LAST_DAY
    assert "antérieur au point de départ" in step_about(result, "Assignation")


def test_an_act_of_the_day_of_publication_interrupts() -> None:
    assert after(ActDone("ASSIGNATION", PUBLISHED)).legal_last_day == LAST_DAY


def test_each_act_reopens_a_year_for_an_aggravated_offence() -> None:
    result = after(ActDone("CITATION_DIRECTE", date(2026, 12, 1)), code="PRESS_1Y")

    assert result.legal_last_day == date(2027, 12, 1)


def test_an_act_at_the_end_of_a_month_clamps_like_a_publication() -> None:
    result = after(ActDone("ASSIGNATION", date(2026, 3, 31)))

    assert result.legal_last_day == date(2026, 6, 30)


def test_time_stands_still_between_the_complaint_and_its_deposit() -> None:
    filed, paid = date(2026, 4, 10), date(2026, 5, 24)

    result = after(ActDone("PLAINTE_CPC", filed, deposit_paid_on=paid))

    assert result.legal_last_day == date(2026, 8, 24)
    assert "versée le dimanche 24 mai 2026" in step_about(result, "Plainte avec constitution")


def test_an_act_during_that_suspension_does_not_shorten_it() -> None:
    complaint = ActDone("PLAINTE_CPC", date(2026, 4, 10), deposit_paid_on=date(2026, 5, 24))

    result = after(complaint, ActDone("ASSIGNATION", date(2026, 4, 12)))

    assert result.legal_last_day == date(2026, 8, 24)


def test_without_a_deposit_the_new_term_runs_from_the_filing() -> None:
    assert after(ActDone("PLAINTE_CPC", date(2026, 4, 10))).legal_last_day == date(2026, 7, 10)


def test_a_deposit_cannot_come_before_its_complaint() -> None:
    with pytest.raises(ValueError, match="avant le dépôt de la plainte"):
        ActDone("PLAINTE_CPC", date(2026, 4, 10), deposit_paid_on=date(2026, 4, 9))


def test_no_other_act_has_a_deposit() -> None:
    with pytest.raises(ValueError, match="Seule une plainte"):
        ActDone("ASSIGNATION", date(2026, 4, 10), deposit_paid_on=date(2026, 4, 11))


def test_a_criminal_act_does_not_interrupt_a_purely_civil_term() -> None:
    for code in ("PRES_INNOCENCE_3M", "CIVIL_5Y"):
        result = after(ActDone("CITATION_DIRECTE", date(2026, 4, 15)), code=code)
        assert result.legal_last_day == after(code=code).legal_last_day
        assert code in step_about(result, "Citation directe")


def test_a_summons_interrupts_the_civil_term_for_another_five_years() -> None:
    result = after(ActDone("ASSIGNATION", date(2030, 6, 1)), code="CIVIL_5Y")

    assert result.legal_last_day == date(2035, 5, 31)


def test_no_act_interrupts_a_term_that_nothing_interrupts() -> None:
    for row in ACTS:
        assert Interruption.NONE not in row.families
    result = after(ActDone("ASSIGNATION", date(2026, 2, 1)), code="REPLY_RIGHT_REQUEST")
    assert result.legal_last_day == LAST_DAY
