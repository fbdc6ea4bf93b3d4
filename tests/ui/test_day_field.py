from datetime import date

import pytest
from django import forms

from apps.ui.fields import DayField


class Publication(forms.Form):
    published_on = DayField(label="Date de publication")


class Reading(forms.Form):
    read_on = DayField(label="Date de lecture", required=False)


def typed(day: str, month: str, year: str) -> Publication:
    return Publication({"published_on_0": day, "published_on_1": month, "published_on_2": year})


@pytest.mark.parametrize("day", [("13", "11", "2026"), ("13 ", " 11", "2026")])
def test_three_boxes_make_a_date(day: tuple[str, str, str]) -> None:
    form = typed(*day)
    assert form.is_valid()
    assert form.cleaned_data["published_on"] == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (("31", "2", "2026"), "Le 31 février 2026 n’existe pas."),
        (("29", "2", "2027"), "Le 29 février 2027 n’existe pas."),
        (("13", "11", "26"), "Indiquez l’année sur quatre chiffres."),
        (("13", "11", "0026"), "Indiquez l’année sur quatre chiffres."),
        (("13", "11", "1899"), "Vérifiez l’année\u00a0: 1899 est trop loin d’aujourd’hui."),
        (("13", "13", "2026"), "Indiquez un mois entre 1 et 12."),
        (("32", "1", "2026"), "Indiquez un jour entre 1 et 31."),
        (("13", "novembre", "2026"), "Écrivez la date en chiffres, par exemple 13 11 2026."),
        (("-1", "11", "2026"), "Écrivez la date en chiffres, par exemple 13 11 2026."),
        (("", "11", "2026"), "Indiquez le jour, le mois et l’année."),
        (("13", "11", ""), "Indiquez le jour, le mois et l’année."),
        (("", "", ""), "Indiquez le jour, le mois et l’année."),
    ],
)
def test_an_error_says_what_to_mend(day: tuple[str, str, str], message: str) -> None:
    assert typed(*day).errors["published_on"] == [message]


def test_what_was_typed_stays_in_the_boxes() -> None:
    html = str(typed("31", "02", "2026"))
    assert 'value="31"' in html
    assert 'value="02"' in html
    assert 'value="2026"' in html


def test_an_optional_day_may_be_left_blank_but_not_half_written() -> None:
    blank, half = Reading({}), Reading({"read_on_0": "13"})
    assert blank.is_valid()
    assert blank.cleaned_data["read_on"] is None
    assert half.errors["read_on"] == ["Indiquez le jour, le mois et l’année."]


def test_a_known_day_is_shown_in_the_boxes_and_does_not_count_as_a_change() -> None:
    known = {"published_on": date(2026, 11, 3)}
    assert 'value="3"' in str(Publication(initial=known))
    again = Publication(
        {"published_on_0": "3", "published_on_1": "11", "published_on_2": "2026"}, initial=known
    )
    assert not again.has_changed()


def test_a_disabled_day_keeps_its_value() -> None:
    form = Publication({}, initial={"published_on": date(2026, 11, 3)})
    form.fields["published_on"].disabled = True
    assert form.is_valid()
    assert form.cleaned_data["published_on"] == date(2026, 11, 3)


def test_each_box_has_its_label_and_the_group_is_tied_to_its_error() -> None:
    html = str(typed("31", "2", "2026"))
    for number, label in enumerate(("Jour", "Mois", "Année")):
        assert f'<label for="id_published_on_{number}">{label}</label>' in html
    assert 'aria-describedby="id_published_on_error"' in html
    assert 'id="id_published_on_error"' in html
    assert html.count('aria-invalid="true"') == 3
