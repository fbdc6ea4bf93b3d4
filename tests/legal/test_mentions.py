"""The words by which sites date a text: what each of them says, and what is refused, and why."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.legal.mentions import Mention, read_mention
from apps.legal.territories import UnknownTerritory
from apps.legal.windows import DateSource, UnreadableDate, Window

SEEN = date(2026, 11, 23)
# What was read, then the first and last days it can mean, as days before the reading.
IN_DAYS = (
    ("hier", 1, 1),
    ("Yesterday", 1, 1),
    ("Hier, 14:22", 1, 1),
    ("Hier à 14h22", 1, 1),
    ("Hier à 14 h 22", 1, 1),
    ("Reçu hier à 14:22", 1, 1),
    ("Yesterday at 2:22 PM", 1, 1),
    ("Yesterday at 2 p.m.", 1, 1),
    ("avant-hier", 2, 2),
    ("avant\u2011hier", 2, 2),
    ("aujourd’hui", 0, 0),
    ("Aujourd'hui à 09:12", 0, 0),
    ("today", 0, 0),
    ("À l’instant", 1, 0),
    ("just now", 1, 0),
    ("il y a quelques secondes", 1, 0),
    ("il y a 30 secondes", 1, 0),
    ("il y a une minute", 1, 0),
    ("il y a 59 min", 1, 0),
    ("45 min", 1, 0),
    ("il y a 1439 minutes", 1, 0),
    ("il y a 1440 minutes", 2, 1),
    ("il y a une heure", 1, 0),
    ("une heure et demie", 1, 0),
    ("about an hour ago", 1, 0),
    ("il y a 23 heures", 1, 0),
    ("il y a 24 heures", 2, 1),
    ("2 h", 1, 0),
    ("30 h", 2, 1),
    ("an hour ago", 1, 0),
    ("il y a un jour", 2, 1),
    ("il y a 3 jours", 4, 3),
    ("Publié il y a 3 jours", 4, 3),
    ("5 j", 6, 5),
    ("5d", 6, 5),
    ("15 jours", 16, 15),
    ("il y a environ 3 jours", 5, 2),
    ("il y a plus de 3 jours", 5, 3),
    ("il y a moins de 3 jours", 4, 2),
    ("il y a une semaine", 14, 7),
    ("a week ago", 14, 7),
    ("il y a deux semaines", 21, 14),
    ("2 sem.", 21, 14),
    ("3 sem.", 28, 21),
    ("3w", 28, 21),
    ("IL Y A 3 SEMAINES.", 28, 21),
    ("la semaine dernière", 14, 1),
    ("la semaine passée", 14, 1),
    ("last week", 14, 1),
    # Nobody counted these days: half of them more or less.
    ("il y a huit jours", 13, 4),
    ("une dizaine de jours", 16, 5),
    ("quinze jours", 23, 8),
    ("il y a une quinzaine de jours", 23, 8),
)
IN_DATES = (
    ("il y a un mois", "2026-09-22", "2026-10-23"),
    ("il y a un mois et demi", "2026-09-22", "2026-10-23"),
    ("il y a 2 mois", "2026-08-23", "2026-09-23"),
    ("y a 2 mois", "2026-08-23", "2026-09-23"),
    ("il\u00a0y\u00a0a\u202f2\u00a0mois", "2026-08-23", "2026-09-23"),
    ("«\u00a0il y a 2\u200b mois\u00a0»", "2026-08-23", "2026-09-23"),
    ("2 months ago", "2026-08-23", "2026-09-23"),
    ("2mo", "2026-08-23", "2026-09-23"),
    ("écrit il y a 2 mois", "2026-08-23", "2026-09-23"),
    ("Publié\u00a0: il y a 2 mois", "2026-08-23", "2026-09-23"),
    ("Avis publié il y a 2 mois", "2026-08-23", "2026-09-23"),
    ("Reviewed 2 months ago", "2026-08-23", "2026-09-23"),
    ("il y a 2 mois sur Google", "2026-08-23", "2026-09-23"),
    ("2 months ago on Google", "2026-08-23", "2026-09-23"),
    ("il y a environ 2 mois", "2026-07-23", "2026-10-23"),
    ("il y a 2 mois environ", "2026-07-23", "2026-10-23"),
    ("~ 2 mois", "2026-07-23", "2026-10-23"),
    ("about 2 months ago", "2026-07-23", "2026-10-23"),
    ("il y a près de 2 mois", "2026-07-23", "2026-10-23"),
    ("il y a 11 mois", "2025-11-22", "2025-12-23"),
    ("le mois dernier", "2026-09-22", "2026-10-31"),
    ("last month", "2026-09-22", "2026-10-31"),
    ("il y a un an", "2024-11-23", "2025-11-23"),
    ("1 an", "2024-11-23", "2025-11-23"),
    ("1y", "2024-11-23", "2025-11-23"),
    ("a year ago", "2024-11-23", "2025-11-23"),
    ("one and a half years ago", "2024-11-23", "2025-11-23"),
    ("l’an dernier", "2024-11-23", "2025-12-31"),
    ("l’année dernière", "2024-11-23", "2025-12-31"),
    ("last year", "2024-11-23", "2025-12-31"),
    ("il y a 3 ans", "2022-11-23", "2023-11-23"),
    ("over a year ago", "2023-11-23", "2025-11-23"),
    ("il y a plus d’un an", "2023-11-23", "2025-11-23"),
    ("presque 2 ans", "2023-11-23", "2025-11-23"),
    ("almost 2 years ago", "2023-11-23", "2025-11-23"),
    ("moins d’un an", "2024-11-23", "2026-11-23"),
)
DAYS_OF_THE_CALENDAR = (
    *("3 mars 2026", "le 3 mars 2026", "mar. 3 mars 2026", "Publié le 3 mars 2026 à 14:22"),
    *("March 3, 2026", "Mar 3, 2026", "Reviewed on 3rd of March 2026", "2026-03-03"),
    *("03/03/2026", "3.3.2026", "2026/3/3"),
)
EDITS = (
    ("modifié il y a 3 jours", 4, 3),
    ("Modifié\u00a0: il y a 3 jours", 4, 3),
    ("edited 3 days ago", 4, 3),
    ("Last edited 3 days ago", 4, 3),
    ("3 j · Modifié", 4, 3),
    ("mis à jour il y a 3 jours", 4, 3),
    ("Dernière modification il y a 3 jours", 4, 3),
    ("updated 3 days ago", 4, 3),
    ("Modifié hier", 1, 1),
    ("3w · Edited", 28, 21),
    ("il y a 2 semaines (modifié)", 21, 14),
    ("2 semaines modifié", 21, 14),
    ("2 weeks ago (edited)", 21, 14),
    ("il y a 2 semaines sur Google · Modifié", 21, 14),
    ("il y a 2 semaines · modifié sur Google", 21, 14),
)
NOT_A_PUBLICATION = (
    *("Visité en mars", "Date de l’expérience\u00a0: mars 2026", "date de visite"),
    *("Visited in March", "Date of experience: March 3, 2026"),
)
UNREADABLE = (
    *("", " ", "bientôt", "il y a", "il y a longtemps", "il y a quelques jours", "modifié"),
    *("dans 2 mois", "in 2 months", "-2 mois", "il y a -2 mois", "il y a 2,5 mois"),
    *("il y a 2 lunes", "il y a 2 mois hier", "2 5 mois"),
    *("Réponse du propriétaire il y a 2 mois", "il y a 2 mois sur Google, modifié par un autre"),
    *("il y a 9999 ans", "il y a 999999 mois", "il y a 99999999999 jours"),
)


def first(text: str, seen_on: date = SEEN, territory: str = "75") -> Window:
    mention = read_mention(text, seen_on=seen_on, territory=territory)
    assert mention.edit is None
    return mention.first


@pytest.mark.parametrize(("text", "most", "least"), IN_DAYS)
def test_an_elapsed_time_is_read_at_its_widest(text: str, most: int, least: int) -> None:
    window = first(text)

    assert window.earliest == SEEN - timedelta(days=most)
    assert window.latest == SEEN - timedelta(days=least)
    assert window.source is DateSource.RELATIVE


@pytest.mark.parametrize(("text", "earliest", "latest"), IN_DATES)
def test_months_and_years_follow_the_calendar(text: str, earliest: str, latest: str) -> None:
    window = first(text)

    assert (str(window.earliest), str(window.latest)) == (earliest, latest)
    assert window.source is DateSource.RELATIVE


@pytest.mark.parametrize(
    ("text", "seen", "earliest", "latest"),
    [
        # One month before 31 March has no 31st; 31 days before 28 February are earlier.
        ("il y a un mois", "2026-03-31", "2026-01-28", "2026-02-28"),
        ("il y a un mois", "2026-03-30", "2026-01-28", "2026-02-28"),
        # Sixty days before 1 March are earlier than two months before it.
        ("il y a un mois", "2026-03-01", "2025-12-31", "2026-02-01"),
        ("il y a un an", "2024-02-29", "2022-02-28", "2023-02-28"),
        ("il y a 4 ans", "2028-02-29", "2023-02-28", "2024-02-29"),
        ("le mois dernier", "2026-03-01", "2025-12-31", "2026-02-28"),
        ("l’an dernier", "2026-01-01", "2024-01-01", "2025-12-31"),
    ],
)
def test_a_day_missing_from_a_month_becomes_its_last(
    text: str, seen: str, earliest: str, latest: str
) -> None:
    window = first(text, date.fromisoformat(seen))

    assert (str(window.earliest), str(window.latest)) == (earliest, latest)


@pytest.mark.parametrize("text", DAYS_OF_THE_CALENDAR)
def test_a_day_of_the_calendar_is_an_exact_day(text: str) -> None:
    assert first(text) == Window.on_day(date(2026, 3, 3))
    assert "Date affichée" in first(text).origin


@pytest.mark.parametrize(
    ("text", "day"), [("23/03/2026", "2026-03-23"), ("03/23/2026", "2026-03-23")]
)
def test_figures_are_read_where_only_one_reading_is_a_day(text: str, day: str) -> None:
    assert str(first(text).earliest) == str(first(text).latest) == day


@pytest.mark.parametrize("text", ["mars 2026", "Publié en mars 2026", "March 2026"])
def test_a_month_of_the_calendar_is_read_whole(text: str) -> None:
    assert first(text) == Window.month(2026, 3)


def test_the_month_of_the_reading_ends_with_the_reading() -> None:
    window = first("novembre 2026")

    assert (window.earliest, window.latest) == (date(2026, 11, 1), SEEN)


@pytest.mark.parametrize(("text", "most", "least"), EDITS)
def test_words_that_date_an_edit_leave_the_first_day_unknown(
    text: str, most: int, least: int
) -> None:
    mention = read_mention(text, seen_on=SEEN)
    day = SEEN - timedelta(days=least)

    assert mention.first == Window(None, day, DateSource.UNKNOWN)
    assert mention.first.is_unknown
    assert mention.edit == Window(SEEN - timedelta(days=most), day, DateSource.RELATIVE)
    for window in (mention.first, mention.edit):
        assert "Elle date la modification" in window.origin
    assert Window.relative(text, SEEN) == mention.first


def test_the_day_of_an_edit_may_be_exact() -> None:
    day = date(2026, 3, 3)

    assert read_mention("Modifié le 3 mars 2026", seen_on=SEEN) == Mention(
        Window(None, day, DateSource.UNKNOWN), Window.on_day(day)
    )


@pytest.mark.parametrize("text", NOT_A_PUBLICATION)
def test_the_day_of_a_visit_is_no_day_of_publication(text: str) -> None:
    with pytest.raises(UnreadableDate, match="n’est pas une date de publication"):
        read_mention(text, seen_on=SEEN)


@pytest.mark.parametrize("text", UNREADABLE)
def test_words_that_cannot_be_read_are_refused_in_french(text: str) -> None:
    with pytest.raises(UnreadableDate, match=r"^Mention illisible.*en toutes lettres"):
        read_mention(text, seen_on=SEEN)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2 m", "des minutes ou des mois"),
        ("2m ago · Edited", "des minutes ou des mois"),
        ("il y a 3 s", "des secondes ou des semaines"),
        ("03/04/2026", "vendredi 3 avril 2026 ou le mercredi 4 mars 2026. Choisissez «\u00a0Le"),
        ("3 mars", "Il manque l’année"),
        ("mars", "Il manque l’année"),
        ("31 février 2026", "Cette date n’existe pas"),
        ("31/31/2026", "Cette date n’existe pas"),
        ("2026-02-30", "Cette date n’existe pas"),
        ("01/12/2027", "suit le jour où vous l’avez relevée"),
        ("24 novembre 2026", r"suit le jour où vous l’avez relevée \(lundi 23 novembre 2026\)"),
        ("modifié en décembre 2026", "suit le jour où vous l’avez relevée"),
        ("il y a 500 ans", "L’année 1525 n’est pas vraisemblable"),
    ],
)
def test_each_reason_to_refuse_has_its_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDate, match=sentence):
        read_mention(text, seen_on=SEEN)


@pytest.mark.parametrize("text", ["12/11/2026", "11/12/2026", "11.12.2026"])
def test_of_two_readings_the_one_after_the_day_when_it_was_seen_is_impossible(text: str) -> None:
    assert first(text).earliest == first(text).latest == date(2026, 11, 12)


def test_unless_it_is_already_that_day_where_the_site_is() -> None:
    with pytest.raises(UnreadableDate, match="peut être le"):
        first("01/12/2026", seen_on=date(2026, 11, 30))


@pytest.mark.parametrize("territory", ["971", "974", "987"])
def test_where_the_clock_is_another_the_day_may_be_the_day_before(territory: str) -> None:
    """It is already tomorrow, or still yesterday, on one of the two clocks."""
    for text, most, least in (("aujourd’hui", 1, 0), ("hier", 2, 1), ("il y a 3 jours", 5, 3)):
        window = first(text, territory=territory)
        assert window.earliest == SEEN - timedelta(days=most)
        assert window.latest == SEEN - timedelta(days=least)
        assert "le plus ancien est retenu" in window.origin
    assert first("3 mars 2026", territory=territory) == first("3 mars 2026", territory="2A")


def test_an_unknown_territory_is_refused() -> None:
    with pytest.raises(UnknownTerritory):
        read_mention("hier", seen_on=SEEN, territory="99")


def test_where_a_window_comes_from_fits_in_its_column() -> None:
    text = f"{'il y a 2 mois sur ' + 'g' * 60:<100} · modifié"
    edit = read_mention(text, seen_on=date(2026, 9, 23), territory="988").edit

    assert edit is not None
    assert len(edit.origin) <= 300


@given(
    st.integers(0, 400),
    st.sampled_from(["minutes", "h", "jours", "semaines", "mois", "ans"]),
    st.sampled_from(["", "environ ", "plus de ", "presque "]),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
)
def test_an_elapsed_time_never_leads_after_the_day_of_reading(
    number: int, unit: str, about: str, seen: date
) -> None:
    try:
        window = first(f"il y a {about}{number} {unit}", seen)
    except UnreadableDate:
        assert (unit, number > 100) == ("ans", True)
        return
    assert window.earliest is not None
    assert window.latest is not None
    assert window.earliest <= window.latest <= seen


@given(st.integers(1, 60), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_greater_number_never_means_a_later_day(number: int, seen: date) -> None:
    for unit in ("h", "jours", "semaines", "mois", "ans"):
        near = first(f"{number} {unit}", seen).earliest
        far = first(f"{number + 1} {unit}", seen).earliest
        assert near is not None
        assert far is not None
        assert far <= near


@given(st.integers(1, 60), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_an_approximation_never_moves_the_first_day_later(number: int, seen: date) -> None:
    for unit in ("h", "jours", "semaines", "mois"):
        plain = first(f"{number} {unit}", seen).earliest
        for about in ("environ", "plus de", "presque", "moins de", "about", "over", "almost"):
            widened = first(f"{about} {number} {unit}", seen).earliest
            assert widened is not None
            assert plain is not None
            assert widened <= plain
