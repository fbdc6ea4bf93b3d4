"""What may stop the term: the prudent date never moves, the other reading stands beside it."""

from datetime import date

import pytest

from apps.legal.interruption import Doubt
from apps.legal.limitation import State

from .suits import CITATION, COMPLAINT, LAST_DAY, SUMMONS, after, done, last_day_after, told_of

CLOSURE = done("2026-06-15", "ORDONNANCE_DE_CLOTURE")
HEARD = done("2026-06-15", "AUDIENCE")
LATE_JUDGMENT = done("2026-11-30", "JUGEMENT")


def test_a_closure_opens_a_term_and_leaves_it_in_dispute_until_the_judgment() -> None:
    result = after(SUMMONS, CLOSURE)

    assert result.legal_last_day == date(2026, 9, 15)
    assert result.doubts == (Doubt.DELIBERATION,)
    assert result.possible_until is None
    assert result.state(date(2026, 9, 1)) is State.DISPUTED
    assert result.state(date(2027, 9, 1)) is State.DISPUTED
    assert result.on(date(2027, 9, 1)).legal_last_day == date(2026, 9, 15)
    assert any("Instance en délibéré" in step for step in result.steps)


def test_a_judgment_after_a_closure_is_never_late_and_opens_a_new_term() -> None:
    result = after(SUMMONS, CLOSURE, LATE_JUDGMENT)

    assert result.legal_last_day == result.possible_until == date(2027, 2, 28)
    assert result.doubts == ()
    assert result.state(date(2026, 11, 30)) is State.RUNNING
    assert "tardif" not in told_of(result, "JUGEMENT")


def test_so_is_a_judgment_after_a_deliberation_on_either_route() -> None:
    retired = done("2026-06-15", "DELIBERE")

    assert last_day_after(SUMMONS, retired) == date(2026, 7, 15)
    assert last_day_after(SUMMONS, retired, LATE_JUDGMENT) == date(2027, 2, 28)
    assert last_day_after(CITATION, HEARD, retired, LATE_JUDGMENT) == date(2027, 2, 28)


def test_without_closure_nor_deliberation_a_judgment_comes_too_late() -> None:
    result = after(SUMMONS, LATE_JUDGMENT)

    assert result.legal_last_day == date(2026, 7, 15)
    assert "acte tardif" in told_of(result, "JUGEMENT")


def test_a_judgment_of_the_day_of_the_closure_follows_it_whatever_the_order_told() -> None:
    same_day = done("2026-06-15", "JUGEMENT")

    for told in ((CLOSURE, same_day), (same_day, CLOSURE)):
        assert after(SUMMONS, *told).possible_until == date(2026, 9, 15)


def test_a_deliberation_of_one_suit_saves_no_judgment_of_another() -> None:
    suits = (
        done("2026-04-15", "ASSIGNATION", proceeding="A"),
        done("2026-04-15", "ASSIGNATION", proceeding="B"),
        done("2026-06-15", "ORDONNANCE_DE_CLOTURE", proceeding="A"),
    )

    def with_judgment_of(proceeding: str) -> date | None:
        return last_day_after(*suits, done("2026-11-30", "JUGEMENT", proceeding=proceeding))

    assert with_judgment_of("A") == date(2027, 2, 28)
    assert with_judgment_of("B") == date(2026, 9, 15)


def test_the_act_of_another_suit_does_not_end_a_deliberation() -> None:
    result = after(SUMMONS, CLOSURE, done("2026-09-01", "CITATION_DIRECTE", proceeding="B"))

    assert result.legal_last_day == date(2026, 12, 1)
    assert result.possible_until is None


@pytest.mark.parametrize("code", ["ORDONNANCE_DE_CLOTURE", "DELIBERE"])
@pytest.mark.parametrize("facts", [{"valid": False}, {"is_pending": True}, {"proceeding": None}])
def test_a_deliberation_that_is_not_sure_saves_no_late_judgment(
    code: str, facts: dict[str, object]
) -> None:
    result = last_day_after(SUMMONS, done("2026-06-15", code, **facts), LATE_JUDGMENT)

    assert result == date(2026, 7, 15)


def test_a_closure_that_came_too_late_stops_nothing() -> None:
    late = done("2026-07-16", "ORDONNANCE_DE_CLOTURE")

    assert after(SUMMONS, late).possible_until == date(2026, 7, 15)
    assert last_day_after(SUMMONS, late, LATE_JUDGMENT) == date(2026, 7, 15)


def test_no_act_is_called_late_that_a_deliberation_may_have_kept_in_time() -> None:
    result = after(SUMMONS, CLOSURE, done("2026-11-02", "CONCLUSIONS_NOTIFIEES"))

    assert result.legal_last_day == date(2026, 9, 15)
    assert "à temps si le délai était suspendu" in told_of(result, "CONCLUSIONS_NOTIFIEES")


def test_a_request_to_postpone_the_closure_is_an_act_of_the_suit() -> None:
    assert last_day_after(SUMMONS, done("2026-07-06", "DEMANDE_REPORT_CLOTURE")) == date(
        2026, 10, 6
    )


def test_the_notice_that_an_inquiry_ends_may_stop_the_term_for_four_months() -> None:
    told = done("2026-07-06", "AVIS_FIN_INFORMATION")

    result = after(COMPLAINT, done("2026-06-01", "REQUISITOIRE_INTRODUCTIF"), told)

    assert result.legal_last_day == date(2026, 9, 1)
    assert result.doubts == (Doubt.SUSPENSION,)
    assert result.possible_until == date(2027, 2, 6)  # from 6 November, once the four months end
    assert result.on(date(2026, 9, 2)).legal_last_day == date(2027, 2, 6)
    assert result.state(date(2026, 9, 2)) is State.DISPUTED
    assert result.state(date(2027, 2, 7)) is State.OVER


def test_a_warning_may_stop_the_term_until_it_is_notified() -> None:
    # Crim. 29 Nov 2022: from the decision to its notice, and no more.
    decided = done("2026-03-02", "RAPPEL_A_LA_LOI")
    told = done("2026-03-18", "NOTIFICATION_RAPPEL_A_LA_LOI")

    waiting, over = after(decided), after(decided, told)

    assert waiting.legal_last_day == over.legal_last_day == LAST_DAY
    assert (waiting.doubts, waiting.possible_until) == ((Doubt.SUSPENSION,), None)
    assert (over.doubts, over.possible_until) == ((Doubt.SUSPENSION,), date(2026, 5, 6))
    assert "jusqu’à sa notification" in told_of(waiting, "RAPPEL_A_LA_LOI")


@pytest.mark.parametrize("facts", [{"valid": False}, {"is_pending": True}])
def test_a_notice_that_is_not_sure_does_not_end_that_wait(facts: dict[str, object]) -> None:
    decided = done("2026-03-02", "RAPPEL_A_LA_LOI")

    result = after(decided, done("2026-03-18", "NOTIFICATION_RAPPEL_A_LA_LOI", **facts))

    assert result.possible_until is None


def test_what_follows_an_act_in_dispute_is_in_dispute_and_has_not_fallen() -> None:
    warned = done("2026-03-02", "RAPPEL_A_LA_LOI")
    sued = (done("2026-05-04", "CITATION_DIRECTE"), done("2026-07-06", "AUDIENCE"))

    result = after(warned, *sued)

    assert result.legal_last_day == LAST_DAY
    for code in ("CITATION_DIRECTE", "AUDIENCE"):
        assert "l’avocat le confirme" in told_of(result, code)


def test_a_complaint_may_stop_the_term_until_the_prosecutor_opens_the_inquiry() -> None:
    # Crim. 22 Nov 2005, 8 Mar 2022: the plaintiff cannot oblige the judge before that.
    opened = done("2026-09-21", "REQUISITOIRE_INTRODUCTIF")

    waiting, late = after(COMPLAINT), after(COMPLAINT, opened)

    assert waiting.legal_last_day == late.legal_last_day == date(2026, 8, 4)
    assert (waiting.doubts, waiting.possible_until) == ((Doubt.INSTRUCTION,), None)
    assert (late.doubts, late.possible_until) == ((Doubt.INSTRUCTION,), date(2026, 12, 21))
    assert late.on(date(2026, 8, 5)).legal_last_day == date(2026, 12, 21)
    assert "l’avocat le confirme" in told_of(late, "REQUISITOIRE_INTRODUCTIF")


def test_an_inquiry_opened_in_time_leaves_nothing_in_dispute() -> None:
    result = after(COMPLAINT, done("2026-07-06", "REQUISITOIRE_INTRODUCTIF"))

    assert result.legal_last_day == result.possible_until == date(2026, 10, 6)
    assert result.doubts == ()


def test_a_complaint_stops_no_purely_civil_term() -> None:
    result = after(COMPLAINT, code="PRES_INNOCENCE_3M")

    assert result.doubts == ()
    assert result.possible_until == LAST_DAY


@pytest.mark.parametrize("code", ["SOIT_TRANSMIS", "PV_ENQUETE", "AUDITION"])
def test_an_inquiry_act_may_open_another_year_for_an_aggravated_offence(code: str) -> None:
    result = after(done("2026-06-01", code), code="PRESS_1Y")

    assert result.legal_last_day == date(2027, 1, 20)
    assert result.doubts == (Doubt.INQUIRY,)
    assert result.possible_until == date(2027, 6, 1)
    assert result.on(date(2027, 1, 21)).legal_last_day == date(2027, 6, 1)
    assert "si l’avocat le confirme" in told_of(result, code)
    assert "n’interrompt pas" not in told_of(result, code)


@pytest.mark.parametrize("code", ["SOIT_TRANSMIS", "PV_ENQUETE", "AUDITION"])
def test_it_opens_nothing_before_three_months(code: str) -> None:
    result = after(done("2026-04-01", code))

    assert result.legal_last_day == result.possible_until == LAST_DAY
    assert "seules les réquisitions articulées comptent" in told_of(result, code)


def test_an_inquiry_act_that_nobody_has_checked_takes_over_from_no_date() -> None:
    result = after(done("2026-06-01", "SOIT_TRANSMIS", is_pending=True), code="PRESS_1Y")

    assert result.doubts == (Doubt.PENDING_ACT,)
    assert result.on(date(2027, 1, 21)).legal_last_day == date(2027, 1, 20)


def test_two_things_that_stop_a_term_are_both_told() -> None:
    unpaid = done("2026-04-10", "PLAINTE_CPC", proceeding="B")

    result = after(unpaid, SUMMONS, CLOSURE)

    assert set(result.doubts) == {Doubt.DEPOSIT, Doubt.DELIBERATION}
    assert result.state(date(2027, 1, 1)) is State.SUSPENDED


def test_a_judgment_that_nobody_has_checked_does_not_end_a_deliberation() -> None:
    result = after(SUMMONS, CLOSURE, done("2026-11-30", "JUGEMENT", is_pending=True))

    assert result.legal_last_day == date(2026, 9, 15)
    assert result.possible_until is None
