from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template

from apps.ui import wording

TODAY = date(2026, 11, 1)


def test_a_date_is_written_in_full_and_its_number_keeps_its_month() -> None:
    assert wording.full_date(date(2026, 11, 13)) == "vendredi 13\u00a0novembre\u00a02026"


def test_the_first_of_a_month_is_an_ordinal_and_no_other_day_is() -> None:
    assert "1er\u00a0novembre" in wording.full_date(date(2026, 11, 1))
    assert "21\u00a0novembre" in wording.full_date(date(2026, 11, 21))


def test_a_moment_is_told_on_the_clock_of_paris_in_winter_as_in_summer() -> None:
    winter = datetime(2026, 11, 13, 7, 5, tzinfo=UTC)
    summer_night = datetime(2026, 6, 30, 22, 5, tzinfo=UTC)
    assert wording.moment(winter) == "13\u00a0novembre\u00a02026 à\u00a08\u00a0h\u00a005"
    assert wording.moment(summer_night) == "1er\u00a0juillet\u00a02026 à\u00a00\u00a0h\u00a005"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (12, "dans 12\u00a0jours"),
        (1, "demain"),
        (0, "aujourd’hui"),
        (-1, "dépassée depuis 1\u00a0jour"),
        (-3, "dépassée depuis 3\u00a0jours"),
    ],
)
def test_a_distance_is_said_as_one_would_say_it(days: int, words: str) -> None:
    assert wording.distance(TODAY + timedelta(days), TODAY) == words


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (0, "0\u00a0octet"),
        (999, "999\u00a0octets"),
        (1_000, "1\u00a0ko"),
        (1_234_567, "1,2\u00a0Mo"),
        (63_000_000, "63\u00a0Mo"),
        (1_500_000_000, "1,5\u00a0Go"),
    ],
)
def test_a_file_size_is_read_in_the_units_of_telephones(octets: int, words: str) -> None:
    assert wording.file_size(octets) == words


def test_a_sign_stays_on_the_line_of_its_word() -> None:
    said = wording.french_spaces("Où est-ce ? Sur « Google » : ici, à 10:30.")
    assert said == "Où est-ce\u00a0? Sur «\u00a0Google\u00a0»\u00a0: ici, à 10:30."


def test_what_is_absent_stays_blank_on_the_page() -> None:
    page = Template(
        "{% load ui %}[{{ day|full_date }}{{ day|short_date }}{{ day|moment }}"
        "{{ day|distance:today }}{{ day|file_size }}]"
    )
    assert page.render(Context({"day": None, "today": TODAY})) == "[]"


def test_a_table_shows_dates_in_digits() -> None:
    page = Template("{% load ui %}{{ day|short_date }}")
    assert page.render(Context({"day": TODAY})) == "01/11/2026"
