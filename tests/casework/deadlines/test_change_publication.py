from datetime import date, timedelta

import pytest

from apps.casework.deadlines.change_publication import AlreadyChanged, change_publication
from apps.incidents.status import IllegalMove
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import MONDAY_MORNING, declared_review, ended, supervisor, taken_incident

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(hours=1)


def change(incident, window: Window):
    return change_publication(
        incident.reviews.get().publications.open().get(),
        window=window,
        reason="Capture datée retrouvée.",
        by=incident.handler,
        at=LATER,
    )


def test_an_earlier_day_moves_the_clock_keeps_the_old_row_and_warns() -> None:
    karim = supervisor()
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 11, 2)))])
    change(incident, Window.on_day(date(2026, 10, 1)))
    assert incident.deadlines.open().get().legal_last_day == date(2027, 1, 1)
    assert incident.deadlines.count() == 2
    told = {letter.recipient for letter in Letter.objects.filter(kind="publication_changed")}
    assert told == {karim, incident.handler}


def test_a_later_day_needs_a_reason_which_is_kept_and_warns_nobody() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 10, 1)))])
    changed = change(incident, Window.on_day(date(2026, 11, 2)))
    assert changed.reason == "Capture datée retrouvée."
    assert not Letter.objects.filter(kind="publication_changed").exists()


def test_an_unknown_day_that_becomes_known_gives_the_file_its_dates() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.unknown())])
    change(incident, Window.on_day(date(2026, 11, 2)))
    assert incident.deadlines.open().get().act_by == date(2027, 2, 1)


def test_what_was_known_before_is_never_overwritten() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 11, 2)))])
    change(incident, Window.between(date(2026, 10, 1), date(2026, 10, 3)))
    first, second = incident.reviews.get().publications.order_by("pk")
    assert (first.earliest, first.closed_at) == (date(2026, 11, 2), LATER)
    assert (second.earliest, second.closed_at) == (date(2026, 10, 1), None)


def test_the_colleague_who_comes_second_is_told_and_changes_nothing() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 11, 2)))])
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
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 11, 2)))])
    change(incident, Window.unknown())
    letter = Letter.objects.get(kind="publication_changed")
    assert letter.data == {"act_by": None}
    letter.claimed_at = LATER
    assert "date inconnue" in write(letter).subject
    assert "presque fini" in letter.body_text


def test_a_closed_file_gets_no_clock_back() -> None:
    incident = taken_incident()
    ended(incident, at=LATER)
    with pytest.raises(IllegalMove, match="terminé"):
        change(incident, Window.on_day(date(2026, 10, 1)))
    assert not incident.deadlines.open().exists()
