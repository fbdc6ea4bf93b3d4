"""A publication is a window: every way of dating it, and every way of getting it wrong."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.legal.territories import TERRITORIES, UnknownTerritory
from apps.legal.windows import DateSource, UnreadableDate, Window

SEEN = date(2026, 11, 23)
# What was read, then the first and last days it can mean, as days before the reading.
IN_DAYS = (
    ("hier", 1, 1),
    ("Yesterday", 1, 1),
    ("avant-hier", 2, 2),
    ("aujourd’hui", 0, 0),
    ("today", 0, 0),
    ("À l’instant", 1, 0),
    ("just now", 1, 0),
    ("il y a 30 secondes", 1, 0),
    ("il y a une minute", 1, 0),
    ("il y a 59 min", 1, 0),
    ("il y a 1439 minutes", 1, 0),
    ("il y a 1440 minutes", 2, 1),
    ("il y a une heure", 1, 0),
    ("il y a 23 heures", 1, 0),
    ("il y a 24 heures", 2, 1),
    ("2 h", 1, 0),
    ("30 h", 2, 1),
    ("an hour ago", 1, 0),
    ("il y a un jour", 2, 1),
    ("il y a 3 jours", 4, 3),
    ("modifié il y a 3 jours", 4, 3),
    ("Modifié\u00a0: il y a 3 jours", 4, 3),
    ("Modifié hier", 1, 1),
    ("edited 3 days ago", 4, 3),
    ("Publié il y a 3 jours", 4, 3),
    ("5 j", 6, 5),
    ("5d", 6, 5),
    ("il y a une semaine", 13, 7),
    ("a week ago", 13, 7),
    ("il y a deux semaines", 20, 14),
    ("3 sem.", 27, 21),
    ("3 w", 27, 21),
    ("IL Y A 3 SEMAINES.", 27, 21),
)
IN_DATES = (
    ("il y a un mois", "2026-09-23", "2026-10-23"),
    ("il y a 1 mois", "2026-09-23", "2026-10-23"),
    ("il y a 2 mois", "2026-08-24", "2026-09-23"),
    ("il\u00a0y\u00a0a\u202f2\u00a0mois", "2026-08-24", "2026-09-23"),
    ("2 months ago", "2026-08-24", "2026-09-23"),
    ("2mo", "2026-08-24", "2026-09-23"),
    ("edited 2 months ago", "2026-08-24", "2026-09-23"),
    ("il y a 11 mois", "2025-11-23", "2025-12-23"),
    ("il y a un an", "2024-11-24", "2025-11-23"),
    ("1 an", "2024-11-24", "2025-11-23"),
    ("il y a 3 ans", "2022-11-24", "2023-11-23"),
    ("a year ago", "2024-11-24", "2025-11-23"),
)
UNREADABLE = (
    *("", " ", "bientôt", "il y a", "il y a longtemps", "il y a quelques jours"),
    *("dans 2 mois", "in 2 months", "-2 mois", "il y a -2 mois", "il y a 2,5 mois"),
    *("2 m", "3 s", "2026-08-15", "il y a 2 lunes", "il y a plus d’un an", "il y a 2 mois hier"),
    *("il y a 9999 ans", "il y a 999999 mois", "il y a 99999999999 jours"),
)


@pytest.mark.parametrize(("text", "most", "least"), IN_DAYS)
def test_a_relative_date_is_read_at_its_widest(text: str, most: int, least: int) -> None:
    window = Window.relative(text, SEEN)

    assert window.earliest == SEEN - timedelta(days=most)
    assert window.latest == SEEN - timedelta(days=least)
    assert window.source is DateSource.RELATIVE


@pytest.mark.parametrize(("text", "earliest", "latest"), IN_DATES)
def test_months_and_years_follow_the_calendar(text: str, earliest: str, latest: str) -> None:
    window = Window.relative(text, seen_on=SEEN)

    assert str(window.earliest) == earliest
    assert str(window.latest) == latest


@pytest.mark.parametrize(
    ("text", "seen", "earliest", "latest"),
    [
        # One month before 31 March has no 31st; thirty days before 28 February are earlier.
        ("il y a un mois", "2026-03-31", "2026-01-29", "2026-02-28"),
        ("il y a un mois", "2026-03-30", "2026-01-29", "2026-02-28"),
        # Two months before 1 March plus one day: 2 January, earlier than thirty days.
        ("il y a un mois", "2026-03-01", "2026-01-02", "2026-02-01"),
        ("il y a un an", "2024-02-29", "2022-03-01", "2023-02-28"),
        ("il y a 4 ans", "2028-02-29", "2023-03-01", "2024-02-29"),
    ],
)
def test_a_day_missing_from_a_month_becomes_its_last(
    text: str, seen: str, earliest: str, latest: str
) -> None:
    window = Window.relative(text, date.fromisoformat(seen))

    assert (str(window.earliest), str(window.latest)) == (earliest, latest)


@pytest.mark.parametrize("text", UNREADABLE)
def test_words_that_cannot_be_read_are_refused_in_french(text: str) -> None:
    with pytest.raises(UnreadableDate, match="Date relative illisible"):
        Window.relative(text, SEEN)


@pytest.mark.parametrize(
    "text", ["il y a 2 semaines (modifié)", "2 semaines modifié", "2 weeks ago (edited)"]
)
def test_the_word_edited_may_follow_the_date(text: str) -> None:
    window = Window.relative(text, SEEN)

    assert window.earliest == SEEN - timedelta(days=20)
    assert "antérieure" in window.origin


def test_the_date_of_an_edit_says_that_the_first_posting_is_earlier() -> None:
    assert "antérieure" in Window.relative("modifié il y a 3 jours", SEEN).origin
    assert "antérieure" not in Window.relative("il y a 3 jours", SEEN).origin


@given(
    st.integers(0, 400),
    st.sampled_from(["minutes", "h", "jours", "semaines", "mois", "ans"]),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
)
def test_a_relative_date_never_leads_after_the_day_of_reading(
    number: int, unit: str, seen: date
) -> None:
    try:
        window = Window.relative(f"il y a {number} {unit}", seen)
    except UnreadableDate:
        assert (unit, number > 100) == ("ans", True)
        return
    assert window.earliest is not None
    assert window.latest is not None
    assert window.earliest <= window.latest <= seen


@given(st.integers(1, 60), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_greater_number_never_means_a_later_day(number: int, seen: date) -> None:
    for unit in ("h", "jours", "semaines", "mois", "ans"):
        near = Window.relative(f"{number} {unit}", seen).earliest
        far = Window.relative(f"{number + 1} {unit}", seen).earliest
        assert near is not None
        assert far is not None
        assert far <= near


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


def test_a_window_cannot_be_known_on_one_side_only() -> None:
    with pytest.raises(UnreadableDate, match="ou aucun"):
        Window(date(2026, 8, 20), None, DateSource.BETWEEN)


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
