"""What nobody may ever break about a limitation date, said as sentences and as properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.legal.acts import ActDone
from apps.legal.limitation import Limitation, compute
from apps.legal.rules import RULES, Rule, rule
from apps.legal.territories import TERRITORIES, UnknownTerritory
from apps.legal.windows import Window

PRESS = rule("PRESS_3M")
days = st.dates(date(2025, 1, 1), date(2060, 12, 31))  # after the youngest rule
rules = st.sampled_from(RULES)
territories = st.sampled_from(sorted(TERRITORIES))


def limitation(start: date, *, row: Rule = PRESS, territory: str = "75") -> Limitation:
    return compute(row, Window.on_day(start), territory=territory)


def dates(result: Limitation) -> tuple[date, ...]:
    found = (
        result.legal_last_day,
        result.prudent_day,
        result.act_by,
        result.last_service_day,
    )
    assert None not in found
    return tuple(day for day in found if day)


def test_a_term_ending_on_a_sunday_is_not_extended() -> None:
    result = limitation(date(2026, 8, 15))

    assert result.legal_last_day == date(2026, 11, 15)
    assert result.act_by == date(2026, 11, 13)
    assert result.last_service_day == date(2026, 11, 14)


def test_a_term_ending_on_a_holiday_is_not_extended() -> None:
    assert limitation(date(2026, 2, 14)).legal_last_day == date(2026, 5, 14)


def test_act_by_climbs_back_over_a_whole_holiday_week_end() -> None:
    # 6 April 2026 is Easter Monday: prudent Sunday, then Saturday, then Good Friday, worked.
    assert limitation(date(2026, 1, 6)).act_by == date(2026, 4, 3)
    assert limitation(date(2026, 1, 6), territory="67").act_by == date(2026, 4, 2)


def test_the_civil_term_ends_the_day_before_its_anniversary() -> None:
    # Cass. 12 Dec 2018: opened on 19 June 2008 at 0:00, over on 18 June 2013 at 24:00.
    assert limitation(date(2008, 6, 19), row=rule("CIVIL_5Y")).legal_last_day == date(2013, 6, 18)


def test_an_unknown_day_of_publication_gives_no_date_at_all() -> None:
    result = compute(PRESS, Window.unknown(), acts=[ActDone("ASSIGNATION", date(2026, 1, 1))])

    assert result.is_unknown
    assert (result.prudent_day, result.act_by, result.last_service_day) == (None, None, None)
    assert any("traiter en urgence" in step for step in result.steps)


def test_an_unknown_territory_is_refused_even_without_a_date() -> None:
    with pytest.raises(UnknownTerritory, match="Territoire inconnu"):
        compute(PRESS, Window.unknown(), territory="99")


def test_the_steps_tell_the_whole_story_in_french() -> None:
    window = Window.between(date(2026, 8, 15), date(2026, 8, 20))
    story = "\n".join(compute(PRESS, window, territory="974").steps)

    for words in (
        "première mise en ligne",
        "du samedi 15 août 2026 au jeudi 20 août 2026",
        "PRESS_3M (L. 29 juil. 1881 art. 65 al. 1)",
        "règle non encore validée",
        "samedi 15 août 2026 + 3 mois = dimanche 15 novembre 2026",
        "un dimanche\u00a0: le délai n’en est pas prolongé",
        "samedi 14 novembre 2026",
        "vendredi 13 novembre 2026",
        "art. 664 CPC",
        "La Réunion (974)",
    ):
        assert words in story


def test_the_steps_say_when_the_month_has_no_such_day() -> None:
    assert (
        "Ce mois n’a pas de 30\u00a0: son dernier jour est retenu."
        in limitation(date(2025, 11, 30)).steps
    )


def test_the_steps_name_the_holiday_that_is_in_the_way() -> None:
    assert any("férié (Ascension)" in step for step in limitation(date(2026, 2, 14)).steps)


def test_the_steps_warn_where_the_local_calendar_is_not_confirmed() -> None:
    story = limitation(date(2026, 1, 6), territory="987").steps

    assert any("ne sont pas comptés" in step for step in story)


@given(days, rules, territories)
def test_the_dates_are_always_in_order(start: date, row: Rule, code: str) -> None:
    legal_last_day, prudent_day, act_by, last_service_day = dates(
        limitation(start, row=row, territory=code)
    )

    assert act_by <= prudent_day < legal_last_day
    assert prudent_day == legal_last_day - timedelta(days=1)
    assert act_by <= last_service_day <= legal_last_day


@given(days, st.integers(0, 400), rules, territories)
def test_a_later_publication_never_ends_earlier(
    start: date, shift: int, row: Rule, code: str
) -> None:
    later = limitation(start + timedelta(days=shift), row=row, territory=code)

    for before, after in zip(
        dates(limitation(start, row=row, territory=code)), dates(later), strict=True
    ):
        assert before <= after


@given(days, st.integers(0, 400), st.integers(0, 200), rules, st.lists(st.integers(0, 300)))
def test_widening_the_window_never_moves_a_date_later(
    first: date, length: int, widening: int, row: Rule, later: list[int]
) -> None:
    first, last = first + timedelta(days=widening), first + timedelta(days=widening + length)
    acts = [ActDone("ASSIGNATION", first + timedelta(days=n), judge_allowed=True) for n in later]
    narrow = compute(row, Window.between(first, last), acts=acts)
    wide = compute(
        row,
        Window.between(first - timedelta(days=widening), last + timedelta(days=widening)),
        acts=acts,
    )

    for one, other in zip(dates(wide), dates(narrow), strict=True):
        assert one <= other


@given(days, st.integers(0, 400), rules)
def test_only_the_earliest_day_of_the_window_counts(start: date, length: int, row: Rule) -> None:
    window = Window.between(start, start + timedelta(days=length))

    assert dates(compute(row, window)) == dates(limitation(start, row=row))
