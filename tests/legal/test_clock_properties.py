"""What no act, whatever it is, may do to a date: the earlier one is always the safe one."""

from datetime import date, timedelta
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from apps.legal.act_shape import Condition
from apps.legal.acts import ACTS, ActDone, act
from apps.legal.limitation import Dates, Limitation, State, compute
from apps.legal.rule_shape import Interruption
from apps.legal.rules import RULES, Rule, rule
from apps.legal.windows import Window

always = settings(derandomize=True, max_examples=120)
CODES = [row.code for row in ACTS]
SUITS = [row.code for row in ACTS if row.opens]  # a suit bears the name of what opens it
LAWS = sorted({row.code for row in RULES if row.interruption is not Interruption.NONE}, key=str)
laws = st.sampled_from(LAWS).map(rule)
windows = st.builds(
    lambda first, length: Window.between(first, first + timedelta(days=length)),
    st.dates(date(2021, 1, 1), date(2021, 3, 31)),
    st.integers(0, 120),
)


@st.composite
def regular_acts(draw: st.DrawFn, codes: list[str] = CODES) -> ActDone:
    code = draw(st.sampled_from(codes))
    on = draw(st.dates(date(2020, 12, 1), date(2022, 6, 30)))
    suit = code if act(code).opens else draw(st.sampled_from([None, *SUITS]))
    facts: dict[str, Any] = {"proceeding": suit, "judge_allowed": draw(st.booleans())}
    if code == "PLAINTE_CPC":
        paid = on + timedelta(days=draw(st.integers(0, 60)))
        due = on + timedelta(days=30)
        facts |= draw(
            st.sampled_from(
                [
                    {},
                    {"deposit_waived": True},
                    {"deposit_paid_on": paid},
                    {"deposit_paid_on": paid, "deposit_due_on": due},
                    {"deposit_due_on": due},
                ]
            )
        )
    return ActDone(code, on, **facts)


@st.composite
def doubtful_acts(draw: st.DrawFn) -> ActDone:
    """Irregular, of no suit, on one person's word, or with a condition that nobody confirmed."""
    done = draw(regular_acts())
    facts: list[dict[str, Any]] = [
        {"valid": False},
        {"is_pending": True},
        {"missing": (Condition.DOMICILE,)},
        {"missing": (Condition.SIGNED,), "is_pending": True},
    ]
    if act(done.code).standing == "STEP":
        facts.append({"proceeding": None})
    return ActDone(**{**vars(done), **draw(st.sampled_from(facts))})


acts = st.lists(regular_acts() | doubtful_acts(), max_size=7)


def dates(law: Rule, window: Window, done: list[ActDone]) -> Dates:
    found = compute(law, window, acts=done).dates
    assert found is not None
    return found


def answer(result: Limitation) -> tuple[object, ...]:
    return result.dates, set(result.beside), result.possible_until


@always
@given(laws, windows, acts, doubtful_acts())
@example(
    rule("PRESS_3M"),
    Window.on_day(date(2021, 1, 20)),
    [
        ActDone("ASSIGNATION", date(2021, 4, 15), proceeding="A"),
        ActDone("JUGEMENT", date(2021, 12, 1), proceeding="A"),
    ],
    ActDone("DELIBERE", date(2021, 7, 1), proceeding="A", is_pending=True),
)
def test_an_act_in_doubt_moves_no_date_at_all(
    law: Rule, window: Window, done: list[ActDone], doubtful: ActDone
) -> None:
    assert dates(law, window, [*done, doubtful]) == dates(law, window, done)


@always
@given(laws, windows, acts, regular_acts([code for code in CODES if code != "JUGEMENT"]))
def test_no_act_moves_a_date_earlier(
    law: Rule, window: Window, done: list[ActDone], added: ActDone
) -> None:
    # A judgment aside: it ends a deliberation, and what was never late before it may be so after.
    before, after = dates(law, window, done), dates(law, window, [*done, added])

    assert before.legal_last_day <= after.legal_last_day
    assert before.act_by <= after.act_by
    assert before.last_service_day <= after.last_service_day


@always
@given(laws, windows, acts, st.randoms(use_true_random=False))
def test_the_order_in_which_acts_are_told_is_of_no_effect(
    law: Rule, window: Window, done: list[ActDone], chance: Any
) -> None:
    told = compute(law, window, acts=done)

    shuffled = chance.sample(done, len(done))

    assert answer(compute(law, window, acts=shuffled)) == answer(told)


@always
@given(laws, windows, acts, st.sampled_from(["75", "67", "974", "978"]), st.booleans())
def test_the_dates_are_in_order_and_no_reading_ends_before_the_one_that_drives(
    law: Rule, window: Window, done: list[ActDone], place: str, is_served_there: bool
) -> None:
    result = compute(
        law,
        window,
        acts=done,
        territory="75" if is_served_there else place,
        served_in=place if is_served_there else "",
    )

    assert result.dates
    assert result.dates.act_by <= result.dates.prudent_day < result.dates.legal_last_day
    assert result.dates.act_by <= result.dates.last_service_day <= result.dates.legal_last_day
    for one in result.beside:
        assert one.dates is None or one.dates.legal_last_day > result.dates.legal_last_day
    if result.possible_until:
        ends = [result.dates, *(one.dates for one in result.beside if one.dates)]
        assert result.possible_until >= max(one.legal_last_day for one in ends)


@always
@given(laws, windows, acts, st.dates(date(2021, 1, 1), date(2023, 12, 31)))
def test_nothing_is_over_while_a_reading_leaves_a_day(
    law: Rule, window: Window, done: list[ActDone], today: date
) -> None:
    result = compute(law, window, acts=done)

    is_over = result.possible_until is not None and result.possible_until < today
    assert (result.state(today) is State.OVER) <= is_over
    assert result.dates
    driving = result.on(today).dates
    assert driving
    if driving != result.dates:
        assert result.dates.legal_last_day < today <= driving.legal_last_day
