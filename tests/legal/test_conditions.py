"""In doubt, an act is held to interrupt nothing: its form, its service, its deposit, its check."""

from datetime import date

import pytest

from apps.legal.act_shape import Condition
from apps.legal.acts import ActDone, act
from apps.legal.interruption import Doubt
from apps.legal.limitation import State
from apps.legal.territories import UnknownTerritory

from .suits import LAST_DAY, after, done, last_day_after, told_of

ART_53 = [
    *(Condition.WORDS_QUOTED, Condition.ONE_LABEL, Condition.PUNISHING_TEXT, Condition.DOMICILE),
    *(Condition.PROSECUTOR_TOLD, Condition.SERVED),
]
SUNDAY = "2026-04-19"


@pytest.mark.parametrize("condition", ART_53)
@pytest.mark.parametrize("code", ["ASSIGNATION", "ASSIGNATION_REFERE", "CITATION_DIRECTE"])
def test_one_formality_of_art_53_not_confirmed_is_enough(code: str, condition: Condition) -> None:
    result = after(done("2026-04-15", code, missing=(condition,)))

    assert result.legal_last_day == LAST_DAY
    assert condition.label in told_of(result, code)


def test_an_unsigned_complaint_interrupts_nothing() -> None:
    result = after(
        done("2026-04-10", "PLAINTE_CPC", deposit_waived=True, missing=(Condition.SIGNED,))
    )

    assert result.legal_last_day == LAST_DAY
    assert "la plainte est signée" in told_of(result, "PLAINTE_CPC")


@pytest.mark.parametrize(
    ("code", "condition"),
    [
        ("CONCLUSIONS_NOTIFIEES", Condition.COUNSEL),
        ("COMMUNICATION_PIECES_BORDEREAU", Condition.CERTAIN_DATE),
        ("SIGNIFICATION", Condition.SERVED),
    ],
)
def test_a_step_has_its_own_conditions(code: str, condition: Condition) -> None:
    summons = done("2026-04-15", "ASSIGNATION")

    assert last_day_after(summons, done("2026-07-06", code)) == date(2026, 10, 6)
    assert last_day_after(summons, done("2026-07-06", code, missing=(condition,))) == date(
        2026, 7, 15
    )


def test_requisitions_that_do_not_set_out_the_words_interrupt_nothing() -> None:
    unclear = done("2026-04-15", "REQUISITIONS_ARTICULEES", missing=(Condition.ARTICULATED,))

    assert last_day_after(unclear) == LAST_DAY


def test_an_act_that_one_person_alone_has_seen_stands_beside_the_date() -> None:
    result = after(done("2026-04-15", "ASSIGNATION", is_pending=True))

    assert result.legal_last_day == LAST_DAY
    assert result.doubts == (Doubt.PENDING_ACT,)
    assert result.possible_until == date(2026, 7, 15)
    assert result.state(date(2026, 4, 21)) is State.DISPUTED
    assert result.on(date(2026, 4, 21)).legal_last_day == LAST_DAY
    assert "seconde personne" in told_of(result, "ASSIGNATION")


def test_a_whole_suit_that_one_person_alone_has_seen_stands_beside_the_date() -> None:
    result = after(
        done("2026-04-15", "ASSIGNATION", is_pending=True),
        done("2026-07-10", "PLACEMENT", is_pending=True),
    )

    assert result.legal_last_day == LAST_DAY
    assert result.possible_until == date(2026, 10, 10)


# Service on a day without service (art. 664 CPC). 19 April 2026 is a Sunday.


@pytest.mark.parametrize("code", ["ASSIGNATION", "ASSIGNATION_REFERE", "CITATION_DIRECTE"])
def test_a_service_of_a_sunday_waits_for_the_leave_of_the_judge(code: str) -> None:
    result = after(done(SUNDAY, code))

    assert result.legal_last_day == LAST_DAY
    assert "un dimanche ou un jour férié (art. 664 CPC)" in told_of(result, code)
    assert last_day_after(done(SUNDAY, code, judge_allowed=True)) == date(2026, 7, 19)


def test_so_does_the_service_of_a_judgment() -> None:
    suit = (done("2026-04-15", "ASSIGNATION"), done("2026-07-10", "JUGEMENT"))

    assert last_day_after(*suit, done("2026-10-04", "SIGNIFICATION")) == date(2026, 10, 10)
    assert last_day_after(*suit, done("2026-10-04", "SIGNIFICATION", judge_allowed=True)) == date(
        2027, 1, 4
    )


def test_the_steps_of_a_summons_of_a_sunday_move_nothing_either() -> None:
    assert last_day_after(done(SUNDAY, "ASSIGNATION"), done("2026-04-20", "PLACEMENT")) == LAST_DAY


def test_a_complaint_is_not_served_and_may_bear_any_day() -> None:
    filed = done(SUNDAY, "PLAINTE_CPC", deposit_waived=True)

    assert last_day_after(filed) == date(2026, 7, 19)


def test_the_holidays_are_those_of_the_place_of_service() -> None:
    # Good Friday, 3 April 2026, is a holiday in Strasbourg and not in Paris.
    def on_good_friday(served_in: str, territory: str) -> date | None:
        act = done("2026-04-03", "ASSIGNATION", served_in=served_in)
        return after(act, territory=territory).legal_last_day

    in_time = date(2026, 7, 3)
    assert on_good_friday("75", territory="67") == in_time
    assert on_good_friday("67", territory="75") == LAST_DAY
    assert on_good_friday("", territory="75") == in_time
    assert on_good_friday("", territory="67") == LAST_DAY


def test_a_holiday_of_paris_counts_while_the_place_of_service_is_unknown() -> None:
    easter_monday = done("2026-04-06", "ASSIGNATION")

    assert after(easter_monday, territory="974").legal_last_day == LAST_DAY


def test_a_place_of_service_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownTerritory, match="Territoire inconnu"):
        after(done("2026-04-15", "ASSIGNATION", served_in="99"))


# The deposit of a complaint with civil-party claim, filed on 10 April.


def complaint(**facts: object) -> ActDone:
    return done("2026-04-10", "PLAINTE_CPC", **facts)


def test_a_complaint_without_its_deposit_is_conditional_and_never_over() -> None:
    result = after(complaint(deposit_due_on=date(2026, 5, 11)))

    assert result.legal_last_day == LAST_DAY
    assert Doubt.DEPOSIT in result.doubts
    assert result.possible_until is None
    assert result.state(date(2026, 4, 21)) is State.SUSPENDED
    assert "attendue au plus tard le lundi 11 mai 2026" in told_of(result, "PLAINTE_CPC")


def test_a_deposit_paid_in_time_opens_a_term_that_runs_from_the_payment() -> None:
    for paid in (date(2026, 5, 4), date(2026, 5, 11)):
        result = after(complaint(deposit_paid_on=paid, deposit_due_on=date(2026, 5, 11)))
        assert result.legal_last_day == paid.replace(month=8)
        assert "la consignation, versée le" in told_of(result, "PLAINTE_CPC")


def test_a_deposit_paid_late_opens_nothing() -> None:
    late = complaint(deposit_paid_on=date(2026, 5, 12), deposit_due_on=date(2026, 5, 11))

    result = after(late, done("2026-05-20", "REQUISITOIRE_INTRODUCTIF"))

    assert result.legal_last_day == LAST_DAY
    assert "après le délai fixé par le juge" in told_of(result, "PLAINTE_CPC")
    assert "tombe avec l’acte" in told_of(result, "REQUISITOIRE_INTRODUCTIF")


def test_a_deposit_that_was_waived_lets_the_term_run_from_the_filing() -> None:
    assert last_day_after(complaint(deposit_waived=True)) == date(2026, 7, 10)


def test_a_complaint_after_the_last_day_is_late_whatever_its_deposit() -> None:
    late = done("2026-04-21", "PLAINTE_CPC", deposit_waived=True)

    assert "acte tardif" in told_of(after(late), "PLAINTE_CPC")


def test_a_complaint_whose_deposit_nobody_has_checked_is_pending() -> None:
    result = after(complaint(is_pending=True))

    assert result.legal_last_day == LAST_DAY
    assert result.doubts == (Doubt.PENDING_ACT,)
    assert result.possible_until is None
    assert result.state(date(2026, 4, 21)) is State.DISPUTED


def test_another_suit_does_not_make_a_conditional_complaint_forgotten() -> None:
    other = done("2026-04-15", "ASSIGNATION", proceeding="B")

    result = after(complaint(), other)

    assert result.legal_last_day == date(2026, 7, 15)
    assert result.possible_until is None
    assert result.state(date(2026, 7, 16)) is State.SUSPENDED


def test_an_act_before_the_payment_does_not_shorten_what_the_payment_gave() -> None:
    paid = complaint(deposit_paid_on=date(2026, 5, 24))

    assert last_day_after(paid, done("2026-04-13", "ASSIGNATION", proceeding="B")) == date(
        2026, 8, 24
    )


@pytest.mark.parametrize(
    ("code", "facts", "message"),
    [
        ("PLAINTE_CPC", {"deposit_paid_on": date(2026, 4, 9)}, "avant le dépôt de la plainte"),
        ("PLAINTE_CPC", {"deposit_due_on": date(2026, 4, 9)}, "avant le dépôt de la plainte"),
        ("ASSIGNATION", {"deposit_paid_on": date(2026, 4, 11)}, "Seule une plainte"),
        ("ASSIGNATION", {"deposit_waived": True}, "Seule une plainte"),
        (
            "PLAINTE_CPC",
            {"deposit_paid_on": date(2026, 4, 11), "deposit_waived": True},
            "pas dispensée",
        ),
    ],
)
def test_a_deposit_that_cannot_be_is_refused(
    code: str, facts: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        done("2026-04-10", code, **facts)


def test_the_conditions_are_told_in_words() -> None:
    assert act("PLAINTE_CPC").conditions.startswith("la plainte est signée\u00a0; ")
    assert act("PLAINTE_CPC").conditions.endswith("dans le délai du juge, ou dispensée")
    assert act("PLACEMENT").conditions == ""
