from datetime import date, timedelta

import pytest

from apps.casework.deadlines.change_publication import AlreadyChanged, change_publication
from apps.incidents.status import IllegalMove
from apps.legal.interruption import Doubt
from apps.legal.mentions import read_mention
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import MONDAY_MORNING, declared_review, ended, supervisor, taken_incident

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(hours=1)


def published(window: Window):
    return taken_incident(reviews=[declared_review(window=window)])


def change(incident, window: Window, **fields):
    return change_publication(
        incident.reviews.get().publications.open().get(),
        window=window,
        reason="Capture datée retrouvée.",
        by=incident.handler,
        at=LATER,
        **fields,
    )


def test_an_earlier_day_moves_the_clock_at_once_keeps_the_old_row_and_is_told() -> None:
    karim = supervisor()
    incident = published(Window.on_day(date(2026, 11, 2)))
    change(incident, Window.on_day(date(2026, 10, 1)))
    assert incident.deadlines.open().get().legal_last_day == date(2027, 1, 1)
    assert incident.deadlines.count() == 2
    letters = Letter.objects.filter(kind="date_moved")
    assert {letter.recipient for letter in letters} == {
        karim,
        incident.handler,
        incident.practitioner.user,
    }
    told = letters[0].data
    assert (told["former_act_by"], told["act_by"]) == ("2027-02-01", "2026-12-31")


def test_a_later_day_is_written_down_with_its_reason_and_held() -> None:
    """What happens then: test_confirm_dates.py."""
    incident = published(Window.on_day(date(2026, 10, 1)))
    changed = change(incident, Window.on_day(date(2026, 11, 2)))
    assert changed.reason == "Capture datée retrouvée."
    deadline = incident.deadlines.open().get()
    assert (deadline.legal_last_day, deadline.doubt) == (date(2027, 1, 1), Doubt.HELD)
    assert deadline.publication == changed


def test_an_unknown_day_that_becomes_known_waits_for_a_second_person_too() -> None:
    incident = published(Window.unknown())
    change(incident, Window.on_day(date(2026, 11, 2)))
    deadline = incident.deadlines.open().get()
    assert (deadline.act_by, deadline.doubt) == (None, Doubt.HELD)
    assert deadline.beside[0]["act_by"] == "2027-02-01"


def test_a_wider_window_that_begins_on_the_same_day_moves_nothing_and_its_end_is_held() -> None:
    incident = published(Window.on_day(date(2026, 10, 1)))
    change(incident, Window.between(date(2026, 10, 1), date(2026, 10, 20)))
    deadline = incident.deadlines.open().get()
    assert (deadline.legal_last_day, deadline.doubt) == (date(2027, 1, 1), Doubt.HELD)
    assert deadline.possible_until == date(2027, 1, 20)


def test_words_that_date_an_edit_leave_no_certain_day_and_open_a_disputed_clock() -> None:
    incident = published(Window.on_day(date(2026, 11, 2)))
    mention = read_mention("modifié il y a 2 mois", seen_on=MONDAY_MORNING.date())
    change(incident, mention.first, edit=mention.edit)
    first, edit = incident.deadlines.open().order_by("publication__number")
    assert (first.act_by, first.publication.kind) == (None, "FIRST")
    assert (edit.legal_last_day, edit.publication.kind) == (date(2026, 11, 23), "EDIT")


def test_what_was_known_before_is_never_overwritten() -> None:
    incident = published(Window.on_day(date(2026, 11, 2)))
    change(incident, Window.between(date(2026, 10, 1), date(2026, 10, 3)))
    first, second = incident.reviews.get().publications.order_by("pk")
    assert (first.earliest, first.closed_at) == (date(2026, 11, 2), LATER)
    assert (second.earliest, second.closed_at) == (date(2026, 10, 1), None)


def test_the_colleague_who_comes_second_is_told_and_changes_nothing() -> None:
    incident = published(Window.on_day(date(2026, 11, 2)))
    seen_by_both = incident.reviews.get().publications.get()
    change(incident, Window.on_day(date(2026, 10, 1)))
    with pytest.raises(AlreadyChanged, match="collègue"):
        change_publication(
            seen_by_both,
            window=Window.on_day(date(2026, 11, 20)),
            reason="Autre lecture.",
            by=incident.handler,
            at=LATER,
        )
    assert incident.deadlines.open().get().legal_last_day == date(2027, 1, 1)


def test_a_day_that_is_no_longer_known_warns_as_an_earlier_one_would() -> None:
    incident = published(Window.on_day(date(2026, 11, 2)))
    change(incident, Window.unknown())
    letter = Letter.objects.get(kind="date_moved", recipient=incident.handler)
    assert letter.data["act_by"] is None
    letter.claimed_at = LATER
    assert "Date de publication inconnue" in write(letter).subject
    assert "presque fini" in letter.body_text


def test_a_closed_file_gets_no_clock_back() -> None:
    incident = taken_incident()
    ended(incident, at=LATER)
    with pytest.raises(IllegalMove, match="terminé"):
        change(incident, Window.on_day(date(2026, 10, 1)))
    assert not incident.deadlines.open().exists()
