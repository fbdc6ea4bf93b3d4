"""What a valid form says of a first posting and of an edit, for every audience that dates one."""

from datetime import UTC, date, datetime

import pytest

from apps.desk.deadlines.deadline_forms import AddPublicationForm, ChangePublicationForm
from apps.incidents.models import Publication
from apps.legal.republication import PublicationKind
from apps.legal.windows import DateSource, Window
from apps.ui.dating import WindowForm

TODAY = date(2026, 11, 23)
SHOWN = {
    "dating": "relative",
    "shown_words": "modifié il y a 3 jours",
    "seen_on_0": "23",
    "seen_on_1": "11",
    "seen_on_2": "2026",
}
BEFORE_IT = Window(None, date(2026, 11, 20), DateSource.UNKNOWN)
EDIT = Window(date(2026, 11, 19), date(2026, 11, 20), DateSource.RELATIVE)
REASON = {"reason": "Nouvelle capture."}


def said(form: WindowForm) -> tuple[Window, Window | None]:
    assert form.is_valid(), form.errors
    return form.cleaned_data["window"], form.cleaned_data["edit"]


def test_words_that_date_an_edit_give_the_edit_beside_the_first_posting() -> None:
    assert said(WindowForm(SHOWN, today=TODAY)) == (BEFORE_IT, EDIT)


def test_other_words_give_no_edit() -> None:
    first, edit = said(WindowForm(SHOWN | {"shown_words": "il y a 3 jours"}, today=TODAY))
    assert (first, edit) == (EDIT, None)
    assert said(WindowForm({"dating": "unknown"}, today=TODAY)) == (Window.unknown(), None)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(PublicationKind.REPOST, (BEFORE_IT, EDIT)), (PublicationKind.EDIT, (EDIT, None))],
)
def test_where_an_edit_is_noted_or_corrected_they_date_that_edit(
    kind: PublicationKind, expected: tuple[Window, Window | None]
) -> None:
    assert said(AddPublicationForm(SHOWN | REASON | {"kind": kind}, today=TODAY)) == expected
    publication = Publication(kind=kind, source=DateSource.UNKNOWN)
    form = ChangePublicationForm(SHOWN | REASON, publication=publication, today=TODAY)
    assert said(form) == expected


def test_the_reason_of_a_refusal_is_said_at_the_words() -> None:
    form = WindowForm(SHOWN | {"shown_words": "Visité en mars"}, today=TODAY)
    assert not form.is_valid()
    assert "n’est pas une date de publication" in form.errors["shown_words"][0]
    assert form["shown_words"].value() == "Visité en mars"


def test_it_proposes_the_earlier_of_the_days_in_paris_and_on_the_spot() -> None:
    """At nine in Paris on the 23rd, it is still the 22nd in Tahiti."""
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    form = WindowForm(today=TODAY, territory="987", at=at)
    assert form["seen_on"].value() == date(2026, 11, 22)
    assert WindowForm(SHOWN, today=TODAY, territory="987", at=at).is_valid()
    assert WindowForm(today=TODAY)["seen_on"].value() == TODAY
