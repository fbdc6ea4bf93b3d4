"""What the engine answers on the facts of published rulings: nothing that a judge has denied."""

from datetime import date

import pytest

from apps.legal.acts import ActDone
from apps.legal.limitation import Limitation, State, compute
from apps.legal.republication import NOT_A_PUBLICATION, Grade, PublicationKind
from apps.legal.rules import rule
from apps.legal.windows import Window

from .ruled import Ruled
from .ruled_civil import CIVIL_SUITS, DAYS
from .ruled_criminal import BEFORE_PROSECUTION, COMPLAINTS, TRIALS
from .suits import done

RULED = (*DAYS, *CIVIL_SUITS, *BEFORE_PROSECUTION, *COMPLAINTS, *TRIALS)
# What is, or is not, a new publication: legal.md §4.2 and §18.3.
REPUBLISHED = {
    "Cass. crim. 30 janv. 2001, n° 00-83.004": (PublicationKind.FIRST, Grade.CERTAIN),
    "Cass. crim. 2 nov. 2016, n° 15-87.163": (PublicationKind.HYPERLINK, Grade.CERTAIN),
    "Cass. crim. 7 févr. 2017, n° 15-83.439": (PublicationKind.REACTIVATION, Grade.CERTAIN),
    "Cass. crim. 10 avr. 2018, n° 17-82.814": (PublicationKind.REPOST, Grade.CERTAIN),
    "Cass. crim. 19 sept. 2006": (PublicationKind.EDIT, Grade.DISPUTED),
}
NOT_REPUBLISHED = ("Cass. crim. 6 janv. 2009", "Cass. crim. 11 juin 2024, n° 23-86.920")


def day(text: str) -> date:
    return date.fromisoformat(text)


def answer(ruled: Ruled, *more: ActDone) -> Limitation:
    return compute(
        rule(ruled.rule_code), Window.on_day(day(ruled.published)), acts=(*ruled.acts, *more)
    )


def every_ruling(*wanted: bool) -> pytest.MarkDecorator:
    rows = [row for row in RULED if not wanted or row.is_alive in wanted]
    return pytest.mark.parametrize("ruled", rows, ids=lambda row: row.decision)


@every_ruling()
def test_the_engine_finds_the_date_that_drives(ruled: Ruled) -> None:
    result = answer(ruled)

    assert result.legal_last_day == day(ruled.last_day)
    assert result.state(day(ruled.on)) is ruled.state
    if ruled.possible_until:
        assert result.possible_until == day(ruled.possible_until)


@every_ruling(False)
def test_what_was_held_to_be_over_is_never_said_to_run(ruled: Ruled) -> None:
    on = day(ruled.on)

    assert day(ruled.last_day) < on
    assert ruled.state in (State.OVER, State.DISPUTED)
    if ruled.judged and ruled.state is State.OVER:
        result = answer(ruled, done(ruled.on, ruled.judged))
        assert result.legal_last_day == day(ruled.last_day)
        assert result.state(on) is State.OVER


@every_ruling(True)
def test_what_was_held_to_be_open_is_never_said_to_be_over(ruled: Ruled) -> None:
    on = day(ruled.on)
    result = answer(ruled)

    assert result.state(on) is not State.OVER
    if day(ruled.last_day) < on:  # more prudent than the ruling, whose reading stands beside
        assert result.beside
        assert result.possible_until is None or result.possible_until >= on
    if ruled.opens:
        opened = answer(ruled, done(ruled.on, ruled.judged))
        assert opened.legal_last_day == day(ruled.opens)


@pytest.mark.parametrize("decision", REPUBLISHED)
def test_a_new_publication_is_as_sure_as_the_ruling_made_it(decision: str) -> None:
    kind, grade = REPUBLISHED[decision]

    assert kind.grade is grade
    assert decision in kind.source


@pytest.mark.parametrize("decision", NOT_REPUBLISHED)
def test_what_a_ruling_refused_opens_no_term(decision: str) -> None:
    assert any(decision in source for _, source in NOT_A_PUBLICATION)


def test_words_put_back_on_line_have_a_term_of_their_own() -> None:
    # Crim. 10 Apr 2018: on line on 9 November 2015, moved back on 16 December, complaint filed on
    # 16 February 2016 (lextimes.fr, consultation.avocat.fr).
    complaint = done("2016-02-16", "PLAINTE_CPC", deposit_waived=True)

    first = compute(rule("PRESS_3M"), Window.on_day(date(2015, 11, 9)), acts=[complaint])
    moved = compute(rule("PRESS_3M"), Window.on_day(date(2015, 12, 16)), acts=[complaint])

    assert first.legal_last_day == date(2016, 2, 9)
    assert moved.legal_last_day == date(2016, 5, 16)


def test_there_are_enough_rulings_and_each_is_told_once() -> None:
    decisions = [row.decision for row in RULED]

    assert len(decisions) >= 25
    assert len(decisions) == len(set(decisions))
