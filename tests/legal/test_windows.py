"""A publication is a window: every way of dating it, and every way of getting it wrong."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.legal.territories import TERRITORIES, UnknownTerritory
from apps.legal.windows import DateSource, UnreadableDate, Window


@pytest.mark.parametrize(
    ("instant", "territory", "day"),
    [
        ("2026-03-10T22:30Z", "75", "2026-03-10"),
        ("2026-03-10T23:30Z", "75", "2026-03-11"),
        ("2026-03-28T22:59:59Z", "75", "2026-03-28"),
        ("2026-03-28T23:00Z", "75", "2026-03-29"),
        ("2026-10-24T21:59:59Z", "75", "2026-10-24"),
        ("2026-10-24T22:00Z", "75", "2026-10-25"),
        ("2026-10-25T22:59:59Z", "75", "2026-10-25"),
        ("2026-10-25T23:00Z", "75", "2026-10-26"),
        # Paris is already on the 16th, Tahiti still on the 15th for hours.
        ("2026-08-16T09:59Z", "987", "2026-08-15"),
        ("2026-08-16T10:00Z", "987", "2026-08-16"),
        # La Réunion is on the 16th first, Paris still on the 15th.
        ("2026-08-15T21:59Z", "974", "2026-08-15"),
        ("2026-08-15T22:00Z", "974", "2026-08-16"),
        ("2026-08-16T00:00+04:00", "974", "2026-08-15"),
        ("2025-12-31T23:59:59-10:00", "987", "2025-12-31"),
        ("2026-08-16T03:59Z", "971", "2026-08-15"),
        ("2026-08-15T12:00Z", "986", "2026-08-15"),
    ],
)
def test_an_instant_is_the_earlier_of_the_days_in_paris_and_on_the_spot(
    instant: str, territory: str, day: str
) -> None:
    window = Window.at_instant(datetime.fromisoformat(instant), territory)

    assert str(window.earliest) == str(window.latest) == day
    assert window.source is DateSource.EXACT_INSTANT


@given(
    st.datetimes(  # its bounds are naive, what it gives is not
        datetime(2020, 1, 1),  # noqa: DTZ001
        datetime(2035, 12, 31),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    st.sampled_from(sorted(TERRITORIES)),
)
def test_the_territory_never_makes_the_day_of_an_instant_later(
    instant: datetime, territory: str
) -> None:
    local = Window.at_instant(instant, territory).earliest
    paris = Window.at_instant(instant).earliest

    assert local is not None
    assert paris is not None
    assert local <= paris


def test_an_instant_without_its_offset_is_refused() -> None:
    with pytest.raises(UnreadableDate, match="décalage horaire"):
        Window.at_instant(datetime(2026, 8, 15, 22, 30))  # noqa: DTZ001 - the fault itself


def test_an_instant_in_an_unknown_territory_is_refused() -> None:
    with pytest.raises(UnknownTerritory):
        Window.at_instant(datetime(2026, 8, 15, tzinfo=UTC), "99")


def test_an_instant_out_of_the_calendar_is_refused() -> None:
    for instant in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        with pytest.raises(UnreadableDate):
            Window.at_instant(instant, "987")


def test_a_month_is_a_window_from_its_first_to_its_last_day() -> None:
    window = Window.month(2024, 2)

    assert (window.earliest, window.latest) == (date(2024, 2, 1), date(2024, 2, 29))
    assert window.source is DateSource.MONTH_ONLY
    for year, month in ((2026, 0), (2026, 13), (0, 1)):
        with pytest.raises(UnreadableDate, match="n’existe pas"):
            Window.month(year, month)


def test_a_window_cannot_end_before_it_starts() -> None:
    with pytest.raises(UnreadableDate, match="précède son début"):
        Window.between(date(2026, 8, 20), date(2026, 8, 15))


def test_a_window_whose_first_day_is_known_has_a_last_one() -> None:
    with pytest.raises(UnreadableDate, match="ou aucun"):
        Window(date(2026, 8, 20), None, DateSource.BETWEEN)


def test_a_window_may_be_open_at_its_beginning() -> None:
    window = Window(None, date(2026, 8, 20), DateSource.UNKNOWN)

    assert window.is_unknown
    with pytest.raises(UnreadableDate, match="vraisemblable"):
        Window(None, date(226, 8, 20), DateSource.UNKNOWN)


@pytest.mark.parametrize("year", [1, 226, 1899, 2200, 9999])
def test_a_year_that_nobody_could_mean_is_refused(year: int) -> None:
    with pytest.raises(UnreadableDate, match="vraisemblable"):
        Window.on_day(date(year, 12, 31))


def test_each_source_has_its_constructor_and_its_words() -> None:
    day = date(2026, 8, 15)
    made = {
        Window.at_instant(datetime(2026, 8, 15, tzinfo=UTC)).source,
        Window.on_day(day).source,
        Window.relative("hier", day).source,
        Window.month(2026, 8).source,
        Window.between(day, day).source,
        Window.declared(day).source,
        Window.unknown().source,
    }

    assert made == set(DateSource)
    assert all(source.label for source in DateSource)


def test_only_the_unknown_window_is_unknown() -> None:
    assert Window.unknown().is_unknown
    assert not Window.declared(date(2026, 8, 15)).is_unknown
